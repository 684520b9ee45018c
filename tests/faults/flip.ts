/**
 * The flip test: something is damaged anywhere in a vault or a backup, and three things must hold. `verify` notices
 * it and names what is affected, or nothing is affected at all; whatever is not affected is salvaged identical; and
 * no more is affected than what has bytes in the damaged place.
 *
 * `node tests/faults/flip.ts [cases] [seed] [first]` runs the long form, or of it the cases from `first` on. The file `lock` is left alone: it says who writes, holds
 * nothing of the vault, and is made anew when it is missing.
 */
import { createHash } from 'node:crypto'
import {
  chmodSync,
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join, relative } from 'node:path'
import { argv, exit, stdout } from 'node:process'
import { makeBackup } from '../../electron/vault/backup/makeBackup.ts'
import { verifyBackup } from '../../electron/vault/backup/verifyBackup.ts'
import { loadSodium } from '../../electron/vault/crypto/loadSodium.ts'
import { Secret } from '../../electron/vault/crypto/secret.ts'
import type { Sodium } from '../../electron/vault/crypto/sodium.ts'
import { openRawVault, type RawRow } from '../../electron/vault/ledger/raw.ts'
import { salvage } from '../../electron/vault/salvage/salvage.ts'
import { verifyWithKey } from '../../electron/vault/salvage/verifyWithKey.ts'
import type { VerifyReport } from '../../shared/contract/work.ts'
import { isVaultError } from '../../shared/errors.ts'
import { Random } from '../support/generator/random.ts'
import { quickTmp } from '../support/quickDisk.ts'
import { makeRichVault, RICH_PASSPHRASE } from '../support/richVault.ts'
import { WEAK_KDF } from '../support/weakKdf.ts'

const SIZES = [0, 1, 4097, 70_000, 300_001]
/** Documents in a backup are no part of what it keeps. */
const SKIPPED = new Set(['lock', 'FORMAT.md', 'recover.py', 'emanet-backup'])

interface Subject {
  readonly name: 'vault' | 'backup'
  readonly folder: string
  readonly files: ReadonlyMap<string, Buffer>
  readonly whole: Salvaged
  readonly rows: readonly RawRow[]
  readonly sealed: readonly Buffer[]
}

interface Salvaged {
  /** Record id → everything about it. */
  readonly records: ReadonlyMap<string, { readonly json: string; readonly seqs: readonly number[] }>
  /** Object id → SHA-256 of what was written out. */
  readonly files: ReadonlyMap<string, string>
  readonly lostEntries: ReadonlySet<number>
  readonly damagedRecords: ReadonlySet<string>
  /** Everything behind it is lost as well when the end is not known. */
  readonly endUnknownAfter: number | undefined
}

interface Damaged {
  readonly file: string
  readonly from: number
  readonly to: number
  readonly how: 'byte' | 'bit' | 'zeros' | 'cut'
  /** What stands there now, where it was not cut off. */
  readonly becomes: number
}

export interface FlipRun {
  readonly cases: number
  readonly seed: string
  /** The cases before are passed over; 1 when not said. */
  readonly first?: number
  readonly onCase?: (done: number) => void
}

export interface FlipResult {
  readonly cases: number
  readonly noticed: number
  readonly unaffected: number
  readonly lossless: number
  readonly failedCases: number
  /** What should not have happened, each with the case. */
  readonly failures: readonly string[]
}

export async function runFlips({ cases, seed, first = 1, onCase }: FlipRun): Promise<FlipResult> {
  const root = mkdtempSync(join(quickTmp(), 'emanet-flip-'))
  const sodium = await loadSodium()
  try {
    const subjects = await makeSubjects(root, sodium)
    const random = new Random(`flip:${seed}`)
    const failures: string[] = []
    let noticed = 0
    let lossless = 0
    let failedCases = 0
    for (let number = 1; number <= cases; number += 1) {
      const subject = subjects[random.int(0, subjects.length - 1)] as Subject
      const damage = choose(subject, random)
      if (number < first) continue
      inflict(subject, damage)
      const place = `case ${number}: ${subject.name} ${damage.file} ${damage.how} ${damage.from}-${damage.to}`
      try {
        const { report, problems, lost } = await judge(subject, damage, join(root, 'out'), sodium)
        if (!report.ok) noticed += 1
        if (lost === 0) lossless += 1
        if (problems.length > 0) failedCases += 1
        failures.push(...problems.map((problem) => `${place}: ${problem}`))
      } catch (error) {
        failedCases += 1
        failures.push(`${place}: ${String(error)} ${error instanceof Error ? error.stack : ''}`)
      }
      heal(subject)
      onCase?.(number)
    }
    const judged = cases - first + 1
    return {
      ...{ cases: judged, noticed, unaffected: judged - noticed },
      ...{ lossless, failedCases, failures },
    }
  } finally {
    rmSync(root, { recursive: true, force: true })
  }
}

async function makeSubjects(root: string, sodium: Sodium): Promise<Subject[]> {
  const { folder } = await makeRichVault(root, {
    sodium,
    policy: WEAK_KDF,
    people: 8,
    sizes: SIZES,
  })
  const backup = join(root, 'stick')
  await makeBackup({ vaultFolder: folder, to: backup, sodium })
  const raw = openRawVault(folder, sodium)
  const rows = [...raw.rows(1)].flat()
  const sealed = [...raw.state.keyPages, ...raw.state.compartments].map(({ nonce }) => nonce)
  raw.close()
  const vault = join(root, 'V.emanet')
  cpSync(folder, vault, { recursive: true })
  const subjects: Subject[] = []
  for (const [name, path] of [['vault', vault] as const, ['backup', backup] as const]) {
    const whole = await salvaged(path, join(root, 'out'), sodium)
    const files = new Map(namesUnder(path).map((file) => [file, readFileSync(join(path, file))]))
    subjects.push({ name, folder: path, files, whole, rows, sealed })
    const report = await verified(name, path, sodium)
    if (!report.ok) throw new Error(`the whole ${name} does not verify: ${JSON.stringify(report)}`)
  }
  return subjects
}

const namesUnder = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !SKIPPED.has(entry.name))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort()

function choose(subject: Subject, random: Random): Damaged {
  const names = [...subject.files].flatMap(([name, { length }]) => (length > 0 ? [name] : []))
  const total = names.reduce((sum, name) => sum + (subject.files.get(name)?.length ?? 0), 0)
  // Half of the cases by bytes, half by files, so that small files are hit as well.
  let file = random.pick(names)
  if (random.chance(0.5)) {
    let at = random.int(0, total - 1)
    for (file of names) {
      at -= subject.files.get(file)?.length ?? 0
      if (at < 0) break
    }
  }
  const bytes = subject.files.get(file) ?? Buffer.alloc(0)
  const from = random.int(0, bytes.length - 1)
  const how = random.pick(['byte', 'bit', 'zeros', 'cut'] as const)
  if (how === 'byte')
    return { file, how, from, to: from + 1, becomes: changedBy(bytes, from, random.int(1, 255)) }
  if (how === 'bit')
    return {
      file,
      how,
      from,
      to: from + 1,
      becomes: bytes.readUInt8(from) ^ (1 << random.int(0, 7)),
    }
  if (how === 'cut') return { file, how, from, to: bytes.length, becomes: 0 }
  return { file, how, from, to: Math.min(bytes.length, from + random.int(1, 20_000)), becomes: 0 }
}

const changedBy = (bytes: Buffer, at: number, by: number): number =>
  (bytes.readUInt8(at) + by) % 256

function inflict({ folder, files }: Subject, { file, how, from, to, becomes }: Damaged): void {
  const bytes = Buffer.from(files.get(file) ?? Buffer.alloc(0))
  overwrite(
    join(folder, file),
    how === 'cut' ? bytes.subarray(0, from) : bytes.fill(becomes, from, to),
  )
}

function overwrite(path: string, bytes: Uint8Array): void {
  chmodSync(path, 0o600)
  writeFileSync(path, bytes)
}

/** Puts everything back as it was, files that an opening left too. */
function heal({ folder, files }: Subject): void {
  for (const name of namesUnder(folder)) if (!files.has(name)) rmSync(join(folder, name))
  for (const [name, bytes] of files) {
    const path = join(folder, name)
    if (!readFileSync(path).equals(bytes)) overwrite(path, bytes)
  }
}

const credential = () => Secret.fromText(RICH_PASSPHRASE)

const verified = (name: Subject['name'], folder: string, sodium: Sodium): Promise<VerifyReport> =>
  name === 'backup'
    ? verifyBackup({ folder, sodium, full: true })
    : verifyWithKey({
        ...{ folder, sodium, full: true, policy: WEAK_KDF, credential: credential() },
        deviceSecret: Secret.fromBytes(Buffer.alloc(32, 9)),
      })

async function salvaged(folder: string, out: string, sodium: Sodium): Promise<Salvaged> {
  rmSync(out, { recursive: true, force: true })
  const report = await salvage({ folder, out, sodium, credential: credential(), policy: WEAK_KDF })
  const { records } = JSON.parse(readFileSync(join(out, 'records.json'), 'utf8')) as {
    records: {
      id: string
      entries: { seq: number }[]
      files: { objectId: string; path: string | null }[]
    }[]
  }
  const files = new Map<string, string>()
  for (const { objectId, path } of records.flatMap((record) => record.files)) {
    if (path === null) continue
    files.set(
      objectId,
      createHash('sha256')
        .update(readFileSync(join(out, path)))
        .digest('hex'),
    )
  }
  const plain = (record: (typeof records)[number]) =>
    JSON.stringify({ ...record, files: record.files.map((file) => ({ ...file, path: '' })) })
  const lost = report.entries.lost.flatMap(({ from, to }) =>
    Array.from({ length: to - from + 1 }, (_, n) => from + n),
  )
  return {
    records: new Map(
      records.map((each) => [
        each.id,
        { json: plain(each), seqs: each.entries.map(({ seq }) => seq) },
      ]),
    ),
    files,
    lostEntries: new Set(lost),
    damagedRecords: new Set(report.records.damaged),
    endUnknownAfter: report.endUnknown ? report.lastSeq : undefined,
  }
}

async function judge(subject: Subject, damage: Damaged, out: string, sodium: Sodium) {
  const report = await verified(subject.name, subject.folder, sodium)
  const found = await salvaged(subject.folder, out, sodium).catch(nothingOpens)
  const { whole, rows } = subject
  const behind = rows.map(({ seq }) => seq).filter((seq) => seq > (found.endUnknownAfter ?? seq))
  const now = { ...found, lostEntries: new Set([...found.lostEntries, ...behind]) }
  const problems: string[] = []
  const named = (what: string, id: string) =>
    report.damaged.some((each) => each.what === what && each.id === id)
  // Nothing is affected without having been named.
  for (const seq of now.lostEntries) {
    const isBehind = behind.includes(seq) && named('entry', 'head')
    if (!isBehind && !isNamedEntry(report, seq)) problems.push(`entry ${seq} is lost and not named`)
  }
  for (const id of now.damagedRecords) {
    if (!named('record', id)) problems.push(`record ${id} is damaged and not named`)
  }
  for (const [id, record] of whole.records) {
    const affected =
      now.damagedRecords.has(id) || record.seqs.some((seq) => now.lostEntries.has(seq))
    if (!affected && now.records.get(id)?.json !== record.json) {
      problems.push(`record ${id} is not affected and not the same`)
    }
  }
  const lostFiles = [...whole.files].filter(([id, sha256]) => now.files.get(id) !== sha256)
  for (const [id] of lostFiles) {
    const byEntry = [...whole.records].some(
      ([record, { json, seqs }]) =>
        json.includes(id) &&
        (now.damagedRecords.has(record) || seqs.some((seq) => now.lostEntries.has(seq))),
    )
    if (!byEntry && !named('object', id)) problems.push(`object ${id} is lost and not named`)
    if (!byEntry && !damage.file.includes(id)) problems.push(`object ${id} is lost without damage`)
  }
  const lost = now.lostEntries.size + now.damagedRecords.size + lostFiles.length
  if (report.ok && lost > 0) problems.push('what is lost was not noticed')
  // In a file that is hashed as a whole every change must be noticed, whatever it costs.
  if (report.ok && damage.file !== 'vault.db' && changed(subject, damage)) {
    problems.push('the change was not noticed')
  }
  // And no more is lost than what lies in the damaged place.
  const hit = hitEntries(subject, damage)
  for (const seq of now.lostEntries) {
    if (!hit.has(seq)) problems.push(`entry ${seq} is lost and was not damaged`)
  }
  // Nor is more said to be: without a key, an entry whose neighbour is damaged has nobody to vouch for it.
  if (damage.file.endsWith('.seg')) {
    for (const seq of rows.map((row) => row.seq).filter((each) => isNamedEntry(report, each))) {
      const isNear = [seq - 1, seq, seq + 1].some((each) => hit.has(each))
      if (!isNear) problems.push(`entry ${seq} is named and was not damaged`)
    }
  }
  if (now.damagedRecords.size > 0 && !allCopiesHit(subject, damage)) {
    problems.push('records are lost although one copy of the keys is whole')
  }
  return { report, problems, lost }
}

/** Not one entry opens: allowed only where every one was hit. */
function nothingOpens(error: unknown): Salvaged {
  if (!isVaultError(error) || error.code !== 'ledger_damaged') throw error
  return {
    ...{ records: new Map(), files: new Map(), lostEntries: new Set<number>() },
    ...{ damagedRecords: new Set<string>(), endUnknownAfter: 0 },
  }
}

const isNamedEntry = (report: VerifyReport, seq: number): boolean =>
  report.damaged.some(({ what, id }) => {
    const [from = Number.NaN, to = from] = id.split('-').map(Number)
    return what === 'entry' && from <= seq && seq <= to
  })

const changed = ({ folder, files }: Subject, { file }: Damaged): boolean =>
  !readFileSync(join(folder, file)).equals(files.get(file) ?? Buffer.alloc(0))

/** Entries whose row has a byte in the damaged place; those on several pages count when any of the pages may be theirs. */
export function hitEntries(
  { files, rows }: Pick<Subject, 'files' | 'rows'>,
  { file, from, to }: Pick<Damaged, 'file' | 'from' | 'to'>,
): ReadonlySet<number> {
  const bytes = files.get(file) ?? Buffer.alloc(0)
  const isDatabase = file === 'vault.db'
  const hit = new Set<number>()
  for (const { seq, nonce, box } of rows) {
    for (let at = bytes.indexOf(nonce); at >= 0; at = bytes.indexOf(nonce, at + 1)) {
      // In a database size, key, types and hash stand before the nonce, and the box behind it; in a segment number and
      // hash before it, and the box's length and the box behind it.
      const start = at - 32 - (isDatabase ? 24 : 8)
      const end = at + 24 + (isDatabase ? 0 : 4) + box.length
      const isSpread = isDatabase && box.length > 7000
      if (isSpread || (from < end && to > start)) hit.add(seq)
    }
  }
  return hit
}

/** Whether the damaged place reaches both copies of some key page or compartment. */
function allCopiesHit({ files, sealed }: Subject, { file, from, to }: Damaged): boolean {
  const bytes = files.get(file) ?? Buffer.alloc(0)
  return sealed.some((nonce) => {
    const places: number[] = []
    for (let at = bytes.indexOf(nonce); at >= 0; at = bytes.indexOf(nonce, at + 1)) places.push(at)
    return places.length > 1 && places.every((at) => from < at + 24 + 3104 && to > at - 24)
  })
}

if (import.meta.main ?? argv[1]?.endsWith('flip.ts')) {
  const cases = Number(argv[2] ?? 10_000)
  const seed = argv[3] ?? String(Date.now())
  const first = Number(argv[4] ?? 1)
  const onCase = (done: number) => {
    if (done % 100 === 0) stdout.write(`${done} of ${cases}\n`)
  }
  const { failures, ...counts } = await runFlips({ cases, seed, first, onCase })
  stdout.write(`${JSON.stringify({ seed, ...counts, failures: failures.length })}\n`)
  for (const failure of failures) stdout.write(`${failure}\n`)
  exit(failures.length === 0 ? 0 : 1)
}
