/**
 * A vault with everything that a record can be: all kinds, history, preferences, a witness with an identity, an
 * erased record, and files of the sizes where something changes. For tests of what must survive.
 */
import { createHash, randomBytes } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { KdfPolicy } from '../../electron/vault/crypto/kdf.ts'
import { Secret } from '../../electron/vault/crypto/secret.ts'
import type { Sodium } from '../../electron/vault/crypto/sodium.ts'
import { createVault } from '../../electron/vault/session/session.ts'
import { openWorkspace, type Workspace } from '../../electron/vault/workspace.ts'
import type { RecordId } from '../../shared/ids.ts'
import { KINDS } from '../../shared/model/kind.ts'
import { fieldsOf, isSealedKind, type OpenKind } from '../../shared/model/model.ts'
import { generateVault } from './generator/generate.ts'
import { writeGenerated } from './vaultFixtures.ts'

export const RICH_PASSPHRASE = 'Зелена хвиля ґудзик 47 їжак'
export const RICH_FILE_SIZES = [0, 1, 4096, 4097, 262_144, 300_001] as const

export interface RichVault {
  readonly folder: string
  readonly recoveryCode: string
  /** A witness record with an identity behind it. */
  readonly witness: RecordId
  readonly erased: RecordId
  readonly files: ReadonlyArray<{
    readonly name: string
    readonly sha256: string
    readonly size: number
  }>
}

export interface RichOptions {
  readonly sodium: Sodium
  /** The real cost when not said. */
  readonly policy?: KdfPolicy
  readonly people?: number
  readonly sizes?: readonly number[]
  /** Runs while the vault is still open. */
  readonly before?: (workspace: Workspace) => Promise<void> | void
}

/** Makes it in `<parent>/Rich.emanet` and closes it. */
export async function makeRichVault(parent: string, options: RichOptions): Promise<RichVault> {
  const folder = join(parent, 'Rich.emanet')
  const { vault, recoveryCode } = await createVault({
    folder,
    passphrase: Secret.fromText(RICH_PASSPHRASE),
    kdf: 'moderate',
    deviceSecret: Secret.fromBytes(Buffer.alloc(32, 9)),
    sodium: options.sodium,
    ...(options.policy ? { policy: options.policy } : {}),
  })
  const workspace = await openWorkspace(vault)
  try {
    const generated = generateVault({
      people: options.people ?? 12,
      files: 0,
      entriesPerPerson: 14,
    })
    writeGenerated(workspace, generated)
    const witness = generated.identities[0]?.witness as RecordId
    const { erased, evidence } = await addChanges(workspace)
    const files = await attach(workspace, parent, evidence, options.sizes ?? RICH_FILE_SIZES)
    await options.before?.(workspace)
    return { folder, recoveryCode, witness, erased, files }
  } finally {
    workspace.close()
  }
}

/** One statement of a kind, of whatever it has that needs no other record. */
function anyStatement(kind: OpenKind) {
  const samples: Readonly<Record<string, unknown>> = {
    ...{ text: 'Вигадане', longText: 'Вигадане, ґрунтовно', number: 3, boolean: true },
    date: '2019-03~',
  }
  for (const [field, { type, values }] of fieldsOf(kind)) {
    const value = type === 'enum' ? values?.[0] : samples[type]
    if (value !== undefined) return { field, value: value as string }
  }
  return undefined
}

/** What the generator does not make: other kinds, retractions, preferences, a dossier, something erased. */
async function addChanges({ records }: Workspace) {
  const basis = { source: null, grade: 'B2', asOf: null, confidentiality: 'C1' as const }
  const title = (value: string) => ({
    add: [{ field: 'title', value, ...basis }],
    retract: [],
    prefer: {},
  })
  for (const kind of KINDS) {
    if (isSealedKind(kind)) continue
    const { total } = records.list({ kind, query: '', filter: {}, offset: 0, limit: 1 })
    const statement = total === 0 && anyStatement(kind)
    if (!statement) continue
    records.create(kind, { add: [{ ...statement, ...basis }], retract: [], prefer: {} })
  }
  const evidence = records.create('evidence', title('Фотографії з обшуку')).id
  records.create('dossier', title('Для посередників'))
  const source = records.create('source', title('Помилковий запис')).id
  const [first] = records.get(source).record.statements
  records.save({
    id: source,
    basedOn: records.get(source).record.lastSeq,
    change: {
      add: [
        { field: 'title', value: 'Виправлений запис', ...basis },
        { field: 'publisher', value: 'Вигадана газета', ...basis },
        { field: 'publisher', value: 'Інша вигадана газета', ...basis },
      ],
      retract: first ? [first.id] : [],
      prefer: { publisher: '+1' },
    },
  })
  const erased = records.create('person', {
    add: [{ field: 'note', value: 'Це має зникнути', ...basis }],
    retract: [],
    prefer: {},
  }).id
  await records.erase(erased, 'на прохання родини')
  return { erased, evidence }
}

async function attach(
  workspace: Workspace,
  parent: string,
  evidence: RecordId,
  sizes: readonly number[],
) {
  const sources = join(parent, 'sources')
  mkdirSync(sources, { recursive: true })
  const files = []
  for (const size of sizes) {
    const bytes = randomBytes(size)
    const name = `знімок ${size}.bin`
    const path = join(sources, String(size))
    writeFileSync(path, bytes)
    await workspace.evidence.attachFile(evidence, path, { name })
    files.push({ name, size, sha256: createHash('sha256').update(bytes).digest('hex') })
  }
  return files
}
