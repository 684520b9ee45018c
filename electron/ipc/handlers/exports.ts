/** Handlers of the calls that take lists and figures out of the vault as tables (shared/contract/exports.ts). */
import { basename } from 'node:path'
import type { ExportSubject, exportCalls } from '../../../shared/contract/exports.ts'
import { checkOutside } from '../../vault/folder/inside.ts'
import type { App } from '../app.ts'
import type { Handlers } from '../gate.ts'

/** A name that says nothing about anybody. */
const nameOf = (subject: ExportSubject): string =>
  subject.of === 'list' ? subject.kind : subject.of

export function exportHandlers({
  session,
  desktop,
  jobs,
}: App): Pick<Handlers, keyof typeof exportCalls> {
  return {
    'export.preview': async (request) => (await session.prepared()).exports.preview(request),

    'export.write': async (request, caller) => {
      const { format, subject } = request
      const path = await desktop.chooseFileToWrite(caller, format, `${nameOf(subject)}.${format}`)
      if (path === undefined) return null
      const { exports, vault } = await session.prepared()
      checkOutside(path, vault.folder)
      const job = jobs.start('items', async (onProgress, signal) => {
        const { record, sha256, rows } = await exports.write(request, path, { onProgress, signal })
        return { type: 'table', record, sha256, rows, name: basename(path) }
      })
      return { job }
    },
  }
}
