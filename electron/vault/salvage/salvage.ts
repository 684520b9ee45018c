/**
 * Salvage: everything that still opens of a damaged vault or backup, written into a new folder in the clear, and a
 * report of what does not. Nothing in the vault or backup is changed.
 *
 *   records.json   every record with its statements, history and files
 *   files/…        evidence files, each compared with its SHA-256
 *   report.json    what is lost: entries by number, records and objects by id
 *   report.txt     the same in words
 *
 * Until all of it is there it lies in a folder of its own inside, which says so by its name, in sight because it is in the
 * clear. What a salvage left there that was cut off is taken away by the next one into the same folder.
 */
import { existsSync, renameSync, rmdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { type ErrorCode, isVaultError, VaultError } from '../../../shared/errors.ts'
import type { RecordId } from '../../../shared/ids.ts'
import { Secret } from '../crypto/secret.ts'
import { fsyncFolder, makeFolder, namesIn, tryRemove, writeFileDurably } from '../folder/durable.ts'
import { mapFsErrors } from '../folder/fsErrors.ts'
import { isInside } from '../folder/inside.ts'
import { UntrustedFileName } from '../objects/fileName.ts'
import { ObjectStore } from '../objects/store.ts'
import { type Examination, type ExamineOptions, examine, type LostEntries } from './examine.ts'
import type { FileToGive } from './exportRecords.ts'
import { reportText } from './reportText.ts'

export interface SalvageOptions extends ExamineOptions {
  /** Absent, empty, or with nothing but what a salvage left that was cut off; and not inside what is salvaged. */
  readonly out: string
}

export interface SalvageReport {
  readonly vaultId: string
  readonly entries: { readonly opened: number; readonly lost: readonly LostEntries[] }
  /** Where the ledger ended, as far as that is known. */
  readonly lastSeq: number
  /** No right head was found: whether entries are missing at the end cannot be said. */
  readonly endUnknown: boolean
  readonly records: {
    readonly written: number
    readonly erased: number
    /** In a compartment that only its custodians open. */
    readonly closed: readonly RecordId[]
    /** Their keys are lost; what other entries say of them is in records.json. */
    readonly damaged: readonly RecordId[]
  }
  readonly files: {
    readonly written: number
    readonly lost: ReadonlyArray<{
      readonly objectId: string
      readonly record: RecordId
      readonly why: ErrorCode
    }>
  }
}

/**
 * Errors: `target_not_empty` (also a folder inside what is salvaged), `not_a_vault`, `header_damaged`,
 * `wrong_passphrase`, `disk_full`, `cancelled`, and `ledger_damaged` when not one entry opens; nothing is left then.
 */
export async function salvage(options: SalvageOptions): Promise<SalvageReport> {
  const out = freeFolder(options.folder, options.out)
  const examination = await examine(options)
  if (examination.openedEntries === 0) throw new VaultError('ledger_damaged')
  const isNew = !existsSync(out)
  const half = join(out, UNFINISHED)
  const clear = () => {
    for (const name of WRITTEN) tryRemove(join(out, name))
    // Last: without it, those would not be known to be ours.
    tryRemove(half)
  }
  try {
    // Not before it is known that something opens: it may be all that is left.
    if (!isNew) clear()
    const report = await writeDown(options, examination, half)
    moveUp(half, out)
    return report
  } catch (error) {
    // Half of it would lie about in the clear, without a word of what is missing.
    clear()
    if (isNew) tryRemove(out)
    throw error
  }
}

const UNFINISHED = 'emanet-salvage-unfinished'
const WRITTEN = ['files', 'records.json', 'report.json', 'report.txt'] as const

/** Where there is none of the folder any more, all is in its place. */
function moveUp(half: string, out: string): void {
  mapFsErrors('write', () => {
    for (const name of WRITTEN) renameSync(join(half, name), join(out, name))
    fsyncFolder(out)
    rmdirSync(half)
    fsyncFolder(out)
  })
}

async function writeDown(
  options: SalvageOptions,
  examination: Examination,
  out: string,
): Promise<SalvageReport> {
  makeFolder(join(out, 'files'))
  const lost = await giveFiles(options, examination, out)
  const report = reportOf(examination, lost)
  const { exporter, vaultId } = examination
  write(out, 'records.json', {
    vaultId: vaultId.toString('hex'),
    records: exporter.records(),
    otherEntries: exporter.others(),
  })
  write(out, 'report.json', report)
  writeFileDurably(join(out, 'report.txt'), Buffer.from(reportText(report)))
  return report
}

const write = (out: string, name: string, value: unknown): void =>
  writeFileDurably(join(out, name), Buffer.from(`${JSON.stringify(value, null, 1)}\n`))

const OURS: ReadonlySet<string> = new Set([UNFINISHED, ...WRITTEN])

/** Plaintext inside a vault or backup would be carried away with it. */
function freeFolder(folder: string, wanted: string): string {
  const out = resolve(wanted)
  const names = namesIn(out)
  const isCutOff = names?.includes(UNFINISHED) === true
  const foreign = names?.filter((name) => !(isCutOff && OURS.has(name))) ?? []
  if (names === undefined ? existsSync(out) : foreign.length > 0) {
    throw new VaultError('target_not_empty')
  }
  if (isInside(out, folder)) throw new VaultError('target_not_empty', { inside: true })
  return out
}

async function giveFiles(
  { folder, sodium, signal }: SalvageOptions,
  { exporter, vaultId }: Examination,
  out: string,
): Promise<SalvageReport['files']['lost']> {
  const store = new ObjectStore({ folder, vaultId, sodium })
  const lost = []
  try {
    for (const given of exporter.files()) {
      const why = await giveFile(store, given, out, signal)
      if (why) lost.push({ objectId: given.file.objectId, record: given.record, why })
    }
  } finally {
    await store.close()
  }
  return lost
}

/** The reason when the file is lost. Errors that are not about the object itself end the salvage. */
async function giveFile(
  store: ObjectStore,
  { file, fileKey }: FileToGive,
  out: string,
  signal: AbortSignal | undefined,
): Promise<ErrorCode | undefined> {
  const name = UntrustedFileName.fromEvidence(file.name).forExport(LONGEST_NAME)
  const path = join('files', `${file.objectId.slice(0, 16)}-${name}`)
  const key = Secret.fromBytes(Buffer.from(fileKey, 'base64'))
  try {
    const ref = { objectId: file.objectId, size: file.size, sha256: file.sha256, fileKey: key }
    await store.exportTo(ref, join(out, path), signal ? { signal } : {})
    file.path = path
    return undefined
  } catch (error) {
    if (isVaultError(error) && OBJECT_CODES.has(error.code)) return error.code
    throw error
  } finally {
    key.wipe()
  }
}

const OBJECT_CODES: ReadonlySet<ErrorCode> = new Set([
  'object_damaged',
  'object_missing',
  'object_truncated',
  'file_unreadable',
])

/** In bytes: room for the number in front within the longest name a file system takes, and within a path of Windows. */
const LONGEST_NAME = 120

function reportOf(
  { vaultId, openedEntries, lost, lastSeq, endUnknown, exporter }: Examination,
  lostFiles: SalvageReport['files']['lost'],
): SalvageReport {
  const records = exporter.records()
  const idsIn = (state: string) =>
    records.filter((record) => record.state === state).map(({ id }) => id)
  return {
    vaultId: vaultId.toString('hex'),
    entries: { opened: openedEntries, lost },
    lastSeq,
    endUnknown,
    records: {
      written: idsIn('open').length,
      erased: idsIn('erased').length,
      closed: idsIn('closed'),
      damaged: idsIn('damaged'),
    },
    files: { written: exporter.files().length - lostFiles.length, lost: lostFiles },
  }
}
