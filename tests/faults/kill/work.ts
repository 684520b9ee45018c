/**
 * Child process: `work.ts PLAN` opens a vault and works in it until it is killed: it saves, attaches, changes
 * what opens the vault, backs up, restores and re-keys, in an order that the plan's seed decides. Each thing it
 * begins and each that was acknowledged is a line of JSON on standard output.
 */
import { createHash } from 'node:crypto'
import { writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { loadSodium } from '../../../electron/vault/crypto/loadSodium.ts'
import { formatPublicKey } from '../../../electron/vault/crypto/publicKeyText.ts'
import { Secret } from '../../../electron/vault/crypto/secret.ts'
import { createKeyFile, publicKeyOf } from '../../../electron/vault/keyfile/keyFileOnDisk.ts'
import { newId } from '../../../electron/vault/records/change.ts'
import { rekeyVault } from '../../../electron/vault/rekey/rekeyVault.ts'
import { openWorkspace } from '../../../electron/vault/workspace.ts'
import type { RecordId } from '../../../shared/ids.ts'
import type { StatementInput } from '../../../shared/model/statement.ts'
import { Random } from '../../support/generator/random.ts'
import { WEAK_KDF } from '../../support/weakKdf.ts'
import { credentialOf, deviceSecret, open, passphraseOf } from './openers.ts'
import {
  type Begun,
  KEY_FILE_PASSPHRASE,
  type Opener,
  type Openers,
  type Plan,
  type Said,
} from './plan.ts'

const BULK_RECORDS = 300
/** With the recovery code, and one in its place, that is all of the eight. */
const MOST_SLOTS = 5

const plan = JSON.parse(process.argv[2] ?? '') as Plan
const random = new Random(plan.seed)
const say = (said: Said): void => void writeSync(1, `${JSON.stringify(said)}\n`)
const begin = (what: Begun['what'], more: Pick<Begun, 'next' | 'to' | 'records'> = {}): void =>
  say({ did: 'begin', what, ...more })

const sodium = await loadSodium()
let openers = plan.openers
let number = 0
const fresh = (): string => `${plan.seed} ${++number} довга фраза`
const label = (): string => `${plan.seed.split('/').at(-1)}.${++number}`

const openAll = async () => openWorkspace(await open(sodium, plan.folder, passphraseOf(openers)))
let workspace = await openAll()

const title = (value: string): StatementInput => ({
  field: 'title',
  value,
  source: null,
  grade: 'F6',
  asOf: null,
  confidentiality: 'C1',
})

function save(): RecordId {
  const value = fresh()
  begin('save')
  const { id } = workspace.records.create('evidence', {
    add: [title(value)],
    retract: [],
    prefer: {},
  })
  say({ did: 'saved', record: id, title: value })
  return id
}

/** Many records in one transaction. */
async function bulk(): Promise<void> {
  const records = Array.from({ length: BULK_RECORDS }, () => {
    const change = { add: [title(fresh())], retract: [], prefer: {} }
    return { id: newId<RecordId>(), kind: 'source' as const, change }
  })
  const ids = records.map(({ id }) => id)
  begin('bulk', { records: ids })
  await workspace.records.createBulk(records)
  say({ did: 'written', records: ids })
}

async function attach(): Promise<void> {
  const record = save()
  const content = Buffer.alloc(random.chance(0.3) ? 3_000_000 : 5_000, fresh())
  const path = join(plan.scratch, 'source')
  writeFileSync(path, content)
  begin('attach')
  await workspace.evidence.attachFile(record, path, { name: 'лист.bin' })
  const sha256 = createHash('sha256').update(content).digest('hex')
  say({ did: 'attached', record, sha256 })
}

const current = (): Secret => Secret.fromText(passphraseOf(openers).value)

/** Says what will open the vault, makes it so, and says that it is. */
async function changing(what: Begun['what'], next: Openers, work: () => Promise<unknown>) {
  begin(what, { next })
  await work()
  openers = next
  say({ did: 'openers', openers })
}

const withSlot = (slot: Opener): Openers => ({ ...openers, slots: [...openers.slots, slot] })

async function changePassphrase(): Promise<void> {
  const [first, ...others] = [
    { ...passphraseOf(openers), value: fresh() },
    ...openers.slots.slice(1),
  ]
  const next = { ...openers, slots: [first as Opener, ...others] }
  await changing('change passphrase', next, () =>
    workspace.vault.changePassphrase(current(), Secret.fromText(first?.value ?? '')),
  )
}

async function addSlot(): Promise<void> {
  if (openers.slots.length >= MOST_SLOTS) return removeSlot()
  const { vault } = workspace
  const kind = random.pick(['passphrase', 'keyFile', 'shares'] as const)
  if (kind === 'passphrase') {
    const slot: Opener = { kind, value: fresh(), label: label() }
    await changing('add passphrase', withSlot(slot), () =>
      vault.addPassphrase(current(), Secret.fromText(slot.value), slot.label),
    )
  } else if (kind === 'shares') {
    const secret = createHash('sha256').update(fresh()).digest()
    const slot: Opener = { kind, value: secret.toString('hex'), label: label() }
    await changing('add shares', withSlot(slot), () =>
      vault.addShares(current(), Secret.fromBytes(secret), slot.label),
    )
  } else {
    const name = label()
    const path = join(plan.keys, `${name}.emanet-key`)
    begin('make key file', { to: path })
    const secret = Secret.fromText(KEY_FILE_PASSPHRASE)
    const publicKey = await createKeyFile(sodium, path, secret, { policy: WEAK_KDF })
    await changing('add key file', withSlot({ kind, value: path, label: name }), () =>
      vault.addKeyFile(current(), formatPublicKey(sodium, publicKey), name),
    )
  }
}

async function removeSlot(): Promise<void> {
  const gone = openers.slots.at(-1)
  const slot = workspace.vault.slots().find((each) => each.label === gone?.label)
  if (openers.slots.length < 2 || !slot || slot.current) return
  await changing('remove slot', { ...openers, slots: openers.slots.slice(0, -1) }, () =>
    workspace.vault.removeSlot(current(), slot.index),
  )
}

async function replaceCode(): Promise<void> {
  begin('recovery code', { next: { ...openers, code: null } })
  openers = { ...openers, code: await workspace.vault.replaceRecoveryCode(current()) }
  say({ did: 'openers', openers })
}

async function backUp(): Promise<void> {
  const to = join(plan.backups, workspace.vault.vaultId)
  begin('backup')
  const { snapshot } = await workspace.backups.make(to)
  say({ did: 'backedUp', snapshot })
  if (random.chance(0.5)) return
  // A place of its own each time: a restore rightly refuses one that is taken.
  const back = join(plan.scratch, `restored-${++number}`)
  begin('restore', { to: back })
  await workspace.backups.restore(to, back, snapshot)
  say({ did: 'restored', to: back })
}

/** Of what opens the vault only the passphrase and the key files that are named go with it. */
async function rekey(): Promise<void> {
  workspace.close()
  const value = random.chance(0.5) ? (plan.begunRekey ?? fresh()) : fresh()
  const kept = openers.slots.filter(({ kind }) => kind === 'keyFile' && random.chance(0.7))
  const next: Openers = { slots: [{ kind: 'passphrase', value, label: '' }, ...kept], code: null }
  begin('re-key', { next })
  const { recoveryCode, before } = await rekeyVault({
    folder: plan.folder,
    credential: current(),
    passphrase: Secret.fromText(value),
    kdf: 'moderate',
    keyFiles: await Promise.all(
      kept.map(async (each) => ({ publicKey: await publicKeyTextOf(each), label: each.label })),
    ),
    deviceSecret: deviceSecret(),
    sodium,
    policy: WEAK_KDF,
  })
  openers = { ...next, code: recoveryCode }
  say({ did: 'rekeyed', openers, before })
  workspace = await openAll()
}

async function publicKeyTextOf(keyFile: Opener): Promise<string> {
  const key = await credentialOf(sodium, keyFile)
  if (!('privateKey' in key)) throw new Error('not a key file')
  return formatPublicKey(sodium, await publicKeyOf(key.privateKey))
}

say({ did: 'opened' })
if (plan.rekeyFirst) await rekey()
for (;;) {
  await random.pick([
    async () => void save(),
    async () => void save(),
    bulk,
    attach,
    attach,
    changePassphrase,
    addSlot,
    addSlot,
    removeSlot,
    replaceCode,
    backUp,
    backUp,
  ])()
}
