/**
 * Child process: `work.ts PLAN` opens a vault and works in it until it is killed: it saves, attaches, changes,
 * adds and removes passphrases, backs up and restores, in an order that the plan's seed decides. Each thing it
 * begins and each that was acknowledged is a line of JSON on standard output.
 */
import { createHash } from 'node:crypto'
import { writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { loadSodium } from '../../../electron/vault/crypto/loadSodium.ts'
import { Secret } from '../../../electron/vault/crypto/secret.ts'
import { openVault } from '../../../electron/vault/session/session.ts'
import { openWorkspace } from '../../../electron/vault/workspace.ts'
import type { RecordId } from '../../../shared/ids.ts'
import type { StatementInput } from '../../../shared/model/statement.ts'
import { Random } from '../../support/generator/random.ts'
import { WEAK_KDF } from '../../support/weakKdf.ts'
import { DEVICE_BYTE, type Plan, type Said } from './plan.ts'

const plan = JSON.parse(process.argv[2] ?? '') as Plan
const random = new Random(plan.seed)
const say = (said: Said): void => void writeSync(1, `${JSON.stringify(said)}\n`)

const vault = await openVault({
  folder: plan.folder,
  credential: Secret.fromText(plan.passphrases[0] ?? ''),
  deviceSecret: Secret.fromBytes(Buffer.alloc(32, DEVICE_BYTE)),
  sodium: await loadSodium(),
  policy: WEAK_KDF,
})
const workspace = await openWorkspace(vault)
const passphrases = [...plan.passphrases]
let number = 0
let restores = 0
const fresh = (): string => `${plan.seed} ${++number} довга фраза`

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
  say({ did: 'begin', what: 'save' })
  const { id } = workspace.records.create('evidence', {
    add: [title(value)],
    retract: [],
    prefer: {},
  })
  say({ did: 'saved', record: id, title: value })
  return id
}

async function attach(): Promise<void> {
  const record = save()
  const content = Buffer.alloc(random.chance(0.3) ? 3_000_000 : 5_000, fresh())
  const path = join(plan.scratch, 'source')
  writeFileSync(path, content)
  say({ did: 'begin', what: 'attach' })
  const { objectId } = await workspace.evidence.attachFile(record, path, { name: 'лист.bin' })
  const sha256 = createHash('sha256').update(content).digest('hex')
  say({ did: 'attached', record, objectId, sha256 })
}

const current = (): Secret => Secret.fromText(passphrases[0] ?? '')

async function changePassphrase(): Promise<void> {
  const next = fresh()
  say({ did: 'begin', what: 'change', passphrase: next })
  await vault.changePassphrase(current(), Secret.fromText(next))
  passphrases[0] = next
  say({ did: 'passphrases', passphrases })
}

async function addPassphrase(): Promise<void> {
  if (passphrases.length > 3) return removePassphrase()
  const next = fresh()
  say({ did: 'begin', what: 'add', passphrase: next })
  await vault.addPassphrase(current(), Secret.fromText(next), next)
  passphrases.push(next)
  say({ did: 'passphrases', passphrases })
}

async function removePassphrase(): Promise<void> {
  const gone = passphrases.at(-1) ?? ''
  const slot = vault.slots().find(({ label }) => label === gone)
  if (passphrases.length < 2 || !slot || slot.current) return
  say({ did: 'begin', what: 'remove', passphrase: gone })
  await vault.removeSlot(current(), slot.index)
  passphrases.pop()
  say({ did: 'passphrases', passphrases })
}

async function backUp(): Promise<void> {
  say({ did: 'begin', what: 'backup' })
  const { snapshot } = await workspace.backups.make(plan.backup)
  say({ did: 'backedUp', snapshot })
  if (random.chance(0.5)) return
  // A place of its own each time: a restore rightly refuses one that is taken.
  restores += 1
  const to = join(plan.scratch, `restored-${restores}`)
  say({ did: 'begin', what: 'restore', to })
  await workspace.backups.restore(plan.backup, to, snapshot)
  say({ did: 'restored', to })
}

say({ did: 'opened' })
for (;;) {
  await random.pick([
    async () => void save(),
    async () => void save(),
    attach,
    attach,
    changePassphrase,
    addPassphrase,
    removePassphrase,
    backUp,
  ])()
}
