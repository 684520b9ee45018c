/** Handlers of the calls about evidence files (shared/contract/work.ts). */
import { VaultError } from '../../../shared/errors.ts'
import type { ObjectId, RecordId } from '../../../shared/ids.ts'
import { checkOutside } from '../../vault/folder/inside.ts'
import { UntrustedFileName } from '../../vault/objects/fileName.ts'
import type { App } from '../app.ts'
import { toBridgeError } from '../bridgeError.ts'
import type { Handlers } from '../gate.ts'
import type { Outcome } from '../jobs.ts'

/** Of the name of a file that could not be taken in: enough to find it among those that were chosen. */
const SHOWN_CHARS = 120

type EvidenceCalls = Extract<keyof Handlers, `evidence.${string}`>

export function evidenceHandlers(app: App): Pick<Handlers, EvidenceCalls> {
  const { session, desktop, jobs, links, uploads } = app

  /** The file as the ledger knows it: a page's word for its name or type is not taken. */
  const fileOf = (record: RecordId, objectId: ObjectId) => {
    const file = session.workspace.evidence.files(record).find((each) => each.objectId === objectId)
    if (file === undefined) throw new VaultError('not_found')
    return file
  }

  return {
    'evidence.files': ({ record }) => ({ files: [...session.workspace.evidence.files(record)] }),

    'evidence.attachChosen': async ({ record }, caller) => {
      session.workspace.evidence.prepare()
      const paths = await desktop.chooseFiles(caller)
      if (paths === undefined) return null
      const { evidence } = session.workspace
      const job = jobs.start(paths.length === 1 ? 'bytes' : 'items', async (tell, signal) => {
        const outcome: Outcome & { type: 'attach' } = { type: 'attach', files: [], failed: [] }
        for (const [index, path] of paths.entries()) {
          const name = UntrustedFileName.fromPath(path)
          try {
            const file = await evidence.attachFile(record, path, {
              name,
              signal,
              onProgress: ({ done, total = 0 }) => {
                if (paths.length === 1) tell(done, total)
              },
            })
            outcome.files.push(file)
          } catch (error) {
            // One file that cannot be read does not keep the others out.
            if (signal.aborted) throw error
            outcome.failed.push({ name: name.display(SHOWN_CHARS), error: toBridgeError(error) })
          }
          if (paths.length > 1) tell(index + 1, paths.length)
        }
        return outcome
      })
      return { job }
    },

    'evidence.uploadBegin': ({ record, name, size }) => {
      const intake = session.workspace.evidence.begin(record, { name })
      return { job: uploads.begin(intake, size) }
    },
    'evidence.uploadChunk': async ({ job, bytes }) => {
      await uploads.write(job, bytes)
      return {}
    },
    'evidence.uploadEnd': async ({ job, complete }) => {
      const file = await uploads.end(job, complete)
      return { file }
    },

    'evidence.exportChosen': async ({ record, objectId }, caller) => {
      const { name, size } = fileOf(record, objectId)
      const path = await desktop.chooseFileToWrite(caller, 'evidence', name)
      if (path === undefined) return null
      const { evidence, vault } = session.workspace
      checkOutside(path, vault.folder)
      const job = jobs.start('bytes', async (tell, signal) => {
        const onProgress = ({ done, total = size }: { done: number; total?: number }) =>
          tell(done, total)
        await evidence.exportTo(record, objectId, path, { signal, onProgress })
        return { type: 'export' }
      })
      return { job }
    },

    'evidence.link': ({ record, objectId }) => {
      const { mime } = fileOf(record, objectId)
      return { url: links.issue({ record, objectId, mime }) }
    },
  }
}
