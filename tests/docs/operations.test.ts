/**
 * §12.4 of docs/format.md lists every operation that the program can write, found in its source, and the members of
 * each body, compared with entries that the services write here.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'
import { entryKey } from '../../electron/vault/crypto/keyTree.ts'
import { Secret } from '../../electron/vault/crypto/secret.ts'
import { parseHeader } from '../../electron/vault/header/header.ts'
import { openEntry } from '../../electron/vault/ledger/entrySeal.ts'
import { openRawVault } from '../../electron/vault/ledger/raw.ts'
import { unlockHeader } from '../../electron/vault/session/unlock.ts'
import { cardQr } from '../../electron/vault/shares/cardText.ts'
import { opensVault } from '../../electron/vault/shares/installers.ts'
import { openWorkspace } from '../../electron/vault/workspace.ts'
import { ExportRequest } from '../../shared/contract/exports.ts'
import { DossierRequest } from '../../shared/dossier/document.ts'
import type { RecordChange } from '../../shared/model/statement.ts'
import { DEVICE, make, NATIVE, PASSPHRASE, reopen, tempFolder } from '../support/coreVault.ts'
import { rekey } from '../support/rekeying.ts'
import { WEAK_KDF } from '../support/weakKdf.ts'

const at = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url))
const doc = readFileSync(at('docs/format.md'), 'utf8')

interface Described {
  readonly about: string
  readonly sealed: boolean
  readonly members: ReadonlySet<string>
  readonly optional: ReadonlySet<string>
}

const table =
  /<!-- table:operations begin[^\n]*\n([\s\S]*?)<!-- table:operations end/.exec(doc)?.[1] ?? ''
const described = new Map<string, Described>(
  [...table.matchAll(/^\| `([a-z._]+)` \| (\w*) ?\| (yes)? ?\| `\{([^}]*)\}` \|$/gm)].map(
    ([, op = '', about = '', key, body = '']) => {
      const names = body.split(', ')
      return [
        op,
        {
          about,
          sealed: key === 'yes',
          members: new Set(names.map((name) => name.replace('?', ''))),
          optional: new Set(
            names.filter((name) => name.endsWith('?')).map((name) => name.slice(0, -1)),
          ),
        },
      ]
    },
  ),
)

interface Written {
  readonly op: string
  readonly record: boolean
  readonly sealed: boolean
  readonly members: readonly string[]
}

/** Every entry of a vault: its head as stored, and the members of its body as the ledger gives it. */
async function written(folder: string, passphrase: string): Promise<Written[]> {
  const raw = openRawVault(folder, NATIVE)
  const copy = { ...parseHeader(NATIVE, raw.state.header), from: 'row' as const }
  const { rootKey } = await unlockHeader(NATIVE, [copy], Secret.fromText(passphrase), WEAK_KDF)
  const key = entryKey(NATIVE, rootKey.bytes)
  const context = { sodium: NATIVE, vaultId: raw.state.vaultId, entryKey: key }
  const heads = [...raw.rows(1)].flat().map((row) => openEntry(context, row)?.head)
  raw.close()
  const vault = await reopen(folder, NATIVE, { passphrase, readOnly: true })
  const bodies: unknown[] = []
  for await (const slice of vault.ledger.readSlices()) {
    bodies.push(...slice.map((entry) => (entry.state === 'open' ? entry.body : undefined)))
  }
  return heads.flatMap((head, index) => {
    const body = bodies[index]
    if (!head || typeof body !== 'object' || body === null) return []
    const { op, r, k } = head
    return [{ op, record: r !== undefined, sealed: k === 'record', members: Object.keys(body) }]
  })
}

const basis = { source: null, grade: 'B2', asOf: null, confidentiality: 'C1' as const }
const change = (field: string, value: RecordChange['add'][number]['value']): RecordChange => ({
  add: [{ field, value, ...basis }],
  retract: [],
  prefer: {},
})
const passphrase = () => Secret.fromText(PASSPHRASE)
const NEXT = 'нова фраза після обшуку 58'

/** A vault in which everything was done once that writes to a ledger. */
async function everythingDone(): Promise<string> {
  const { vault: first, folder } = await make(NATIVE)
  first.close()
  const vault = await reopen(folder, NATIVE)
  const slot = await vault.addPassphrase(passphrase(), Secret.fromText('ще одна фраза тут 5'), 'x')
  await vault.renameSlot(slot, 'інша назва')
  await vault.removeSlot(passphrase(), slot)
  const workspace = await openWorkspace(vault)
  const { records, evidence, shares, dossiers, exports, backups, imports, views, duplicates } =
    workspace
  const name = { text: 'Вигаданенко Іван', lang: 'uk' as const }
  const person = records.create('person', change('names', name)).id
  duplicates.judge(person, records.create('person', change('names', name)).id, 'different')
  const file = join(tempFolder(), 'знімок.bin')
  writeFileSync(file, 'нічого')
  await evidence.attachFile(records.create('evidence', change('title', 'Знімок')).id, file, {
    name: 'знімок',
  })
  await records.erase(records.create('source', change('title', 'Зайве')).id, 'на прохання')
  const witness = records.create('witness', change('codeName', 'Полин-7')).id
  records.saveIdentity(witness, change('name', { text: 'Таємна Особа', lang: 'uk' as const }))
  records.reveal(witness, 'перевірка')
  const request = { audience: 'mediator', language: 'uk', people: [person] }
  await dossiers.issue(DossierRequest.parse(request))
  // A name is told to the working group by consent.
  const level = { audience: 'wgad', data: 'names', level: 'named_to_state' } as const
  const said = [
    change('subject', person),
    ...[change('givenBy', 'self'), change('date', '2020'), change('scope', level)],
  ].flatMap(({ add }) => add)
  records.create('consent', { add: said, retract: [], prefer: {} })
  await dossiers.issue(DossierRequest.parse({ ...request, audience: 'wgad' }))
  for (const reader of ['wgad', 'team']) {
    const table = { subject: { of: 'list', kind: 'person' }, reader, language: 'uk', format: 'csv' }
    await exports.write(ExportRequest.parse(table), join(tempFolder(), 'люди.csv'))
  }
  const set = await shares.prepare({ purpose: 'vault', k: 2, n: 3, holders: ['Перша'] })
  await set.install(opensVault(vault, passphrase(), 'картки'))
  const [card] = set.cards
  if (card) shares.check(cardQr(NATIVE, card))
  await shares.retire(set.setId, (index) => vault.removeSlot(passphrase(), index ?? -1))
  set.discard()
  await backups.make(join(tempFolder(), 'stick'))
  const list = await imports.begin(new TextEncoder().encode('ПІБ\nТестенко Емір\n'))
  await list.read(list.preview.guess)
  await list.compare()
  await imports.undo((await list.write()).seq)
  list.close()
  views.save({ name: 'Моя вибірка', query: 'Вигаданенко', filters: [], exact: false })
  const custodian = Secret.fromText('хранитель мовчить 9 днів')
  const cards = {
    secret: Secret.fromBytes(Buffer.alloc(32, 3)),
    setId: Buffer.alloc(8, 1),
    k: 2,
    n: 3,
  }
  await vault.custody.enable({ shares: cards, passphrases: [custodian] })
  await vault.custody.open({ kind: 'passphrase', passphrase: custodian }, { reason: 'перевірка' })
  vault.custody.disable('досить')
  workspace.close()
  // The usual cost rose: the slot that opens is sealed anew.
  const { moderate, sensitive } = WEAK_KDF.levels
  const levels = { moderate: { ...moderate, memKiB: sensitive.memKiB }, sensitive }
  const raised = await reopen(folder, NATIVE, { policy: { ...WEAK_KDF, levels } })
  await raised.settled()
  raised.close()
  return folder
}

const all: Written[] = []

beforeAll(async () => {
  const folder = await everythingDone()
  all.push(...(await written(folder, PASSPHRASE)))
  await rekey(folder, NATIVE, {
    credential: passphrase(),
    passphrase: Secret.fromText(NEXT),
    deviceSecret: Secret.fromBytes(DEVICE),
  })
  all.push(...(await written(folder, NEXT)))
}, 60_000)

describe('the operations in the format document', () => {
  it('are all that stand in the source, and no other', () => {
    const files = readdirSync(at('electron'), { recursive: true, encoding: 'utf8' })
    const sources = files
      .filter((name) => name.endsWith('.ts'))
      .map((name) => readFileSync(join(at('electron'), name), 'utf8'))
    const named = sources.flatMap((text) => [
      ...text.matchAll(/const (?:OP_\w+|BACKUP_MADE) = '([a-z._]+)'/g),
    ])
    expect([...described.keys()].sort()).toEqual([...new Set(named.map(([, op]) => op))].sort())
    // Nobody writes one without its name, where this would not find it.
    for (const text of sources) expect(text).not.toMatch(/\bop: ['"`]/)
  })

  it('are each written here at least once', () => {
    expect([...new Set(all.map(({ op }) => op))].sort()).toEqual([...described.keys()].sort())
  })

  it('have the members that are written, and all that may be missing are sometimes there', () => {
    const seen = new Map<string, Set<string>>()
    for (const { op, members } of all) {
      const { members: known, optional } = described.get(op) ?? expect.fail(op)
      expect([op, members.filter((member) => !known.has(member))]).toEqual([op, []])
      const missing = [...known].filter((member) => !members.includes(member))
      expect([op, missing.filter((member) => !optional.has(member))]).toEqual([op, []])
      seen.set(op, new Set([...(seen.get(op) ?? []), ...members]))
    }
    for (const [op, { members }] of described) {
      expect([op, [...(seen.get(op) ?? [])].sort()]).toEqual([op, [...members].sort()])
    }
  })

  it('are about a record, and under its key, where the document says so', () => {
    for (const { op, record, sealed } of all) {
      const { about, sealed: expected } = described.get(op) ?? expect.fail(op)
      expect([op, record, sealed]).toEqual([op, about !== '', expected])
    }
  })

  it('have members that the document explains', () => {
    const section = doc.slice(doc.indexOf('## 12. What'), doc.indexOf('## 13. Share'))
    const around =
      section.replace(table, '') + doc.slice(doc.indexOf('### 6.3'), doc.indexOf('### 6.4'))
    for (const [op, { members }] of described) {
      for (const member of members)
        expect([op, around]).toEqual([op, expect.stringContaining(member)])
    }
  })
})
