/** Handlers of the calls about the import of a list (shared/contract/imports.ts). */
import { readFile, stat } from 'node:fs/promises'
import type { importCalls } from '../../../shared/contract/imports.ts'
import { VaultError } from '../../../shared/errors.ts'
import { takesSeveral } from '../../vault/import/columns.ts'
import type { DoubtfulRow } from '../../vault/import/importDraft.ts'
import type { ImportSession } from '../../vault/import/importService.ts'
import { TABLE_LIMITS } from '../../vault/import/limits.ts'
import type { App } from '../app.ts'
import type { Handlers } from '../gate.ts'

/** The bytes of a table, kept as long as its import is on its way: another sheet may be asked for. */
interface Incoming {
  readonly pieces: Uint8Array[]
  readonly size: number
  received: number
}

export function importHandlers({
  session,
  desktop,
  jobs,
}: App): Pick<Handlers, keyof typeof importCalls> {
  let incoming: Incoming | undefined
  let current: ImportSession | undefined
  /** Counts what was begun and dropped: a table that is still being read then is nobody's any more. */
  let turn = 0

  const drop = () => {
    turn += 1
    current?.close()
    current = undefined
    incoming = undefined
  }

  function open(): ImportSession {
    if (!current) throw new VaultError('not_found')
    return current
  }

  async function read(bytes: Uint8Array, sheet: number) {
    current?.close()
    current = undefined
    turn += 1
    const own = turn
    const begun = await session.workspace.imports.begin(bytes, sheet)
    if (own !== turn) {
      begun.close()
      throw new VaultError('cancelled')
    }
    current = begun
    const { about, columns, guess, remembered, sample, rows } = begun.preview
    return {
      about: about.format === 'xlsx' ? { ...about, sheets: [...about.sheets] } : about,
      ...{ columns: [...columns], guess: [...guess], remembered, rows },
      known: [...begun.columns.names],
      several: begun.columns.names.filter((column) => takesSeveral(column, begun.columns)),
      sample: sample.map(({ line, cells }) => ({ line, cells: [...cells] })),
    }
  }

  return {
    'import.choose': async (_input, caller) => {
      const path = await desktop.chooseTable(caller)
      if (path === undefined) return null
      drop()
      const bytes = await readBounded(path)
      incoming = { pieces: [bytes], size: bytes.byteLength, received: bytes.byteLength }
      return read(bytes, 0)
    },
    'import.begin': ({ size }) => {
      if (size > TABLE_LIMITS.fileBytes) throw new VaultError('too_large')
      drop()
      incoming = { pieces: [], size, received: 0 }
      return {}
    },
    'import.piece': ({ bytes }) => {
      if (!incoming) throw new VaultError('not_found')
      incoming.received += bytes.byteLength
      if (incoming.received > incoming.size) throw new VaultError('file_changed_while_read')
      incoming.pieces.push(bytes)
      return {}
    },
    'import.read': ({ sheet }) => {
      if (!incoming) throw new VaultError('not_found')
      if (incoming.received !== incoming.size) throw new VaultError('file_changed_while_read')
      return read(Buffer.concat(incoming.pieces), sheet)
    },
    'import.map': async ({ map, ...choices }) => {
      const { rows, skipped, dates } = await open().read(map, choices)
      return {
        ...{ rows, skipped },
        dates: dates.map(({ column, read: count, unread, ambiguous, order: shown, example }) => ({
          ...{ column, read: count, unread, ambiguous },
          ...(shown ? { order: shown } : {}),
          ...(example ? { example } : {}),
        })),
      }
    },
    'import.compare': () => {
      const draft = open()
      const job = jobs.start('items', async (onProgress, signal) => ({
        type: 'import_compared' as const,
        ...(await draft.compare({ onProgress, signal })),
      }))
      return { job }
    },
    'import.doubtful': async ({ offset, limit }) => {
      const rows = await open().doubtfulRows(offset, limit)
      return { rows: rows.map(doubtfulRow) }
    },
    'import.skipped': async ({ offset, limit }) => ({
      rows: [...(await open().skippedRows(offset, limit))],
    }),
    'import.decide': async ({ line, decision }) => ({
      undecided: await open().decide(line, decision),
    }),
    'import.decideOthers': async ({ verdict, what }) => ({
      undecided: await open().decideOthers(verdict, what),
    }),
    'import.write': () => {
      const draft = open()
      const job = jobs.start('items', async (onProgress, signal) => ({
        type: 'import' as const,
        report: await draft.write({ onProgress, signal }),
      }))
      return { job }
    },
    'import.drop': () => {
      drop()
      return {}
    },
    'import.list': () => ({ imports: [...session.workspace.imports.list()] }),
    'import.undo': ({ seq }) => {
      const { imports } = session.workspace
      const job = jobs.start('items', async (onProgress, signal) => ({
        type: 'import_undone' as const,
        report: await imports.undo(seq, { onProgress, signal }),
      }))
      return { job }
    },
  }
}

const doubtfulRow = ({ candidates, decision, ...row }: DoubtfulRow) => ({
  ...row,
  ...(decision ? { decision } : {}),
  candidates: candidates.map(({ reasons, ...candidate }) => ({
    ...candidate,
    reasons: reasons.map((reason) =>
      reason.type === 'name' ? { ...reason, parts: [...reason.parts] } : { ...reason },
    ),
  })),
})

async function readBounded(path: string): Promise<Uint8Array> {
  try {
    if ((await stat(path)).size > TABLE_LIMITS.fileBytes) throw new VaultError('too_large')
    return await readFile(path)
  } catch (error) {
    throw error instanceof VaultError ? error : new VaultError('file_unreadable')
  }
}
