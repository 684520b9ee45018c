/** Child process on a small disk of its own: a bulk that does not fit, one that does, and what is left, as JSON. */
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { loadSodium } from '../../../electron/vault/crypto/loadSodium.ts'
import { Secret } from '../../../electron/vault/crypto/secret.ts'
import type { NewEntry } from '../../../electron/vault/ledger/types.ts'
import { createVault } from '../../../electron/vault/session/session.ts'
import { isVaultError } from '../../../shared/errors.ts'
import type { RecordId } from '../../../shared/ids.ts'
import { WEAK_KDF } from '../weakKdf.ts'

const [disk = ''] = process.argv.slice(2)
const attempt = async (work: () => unknown): Promise<string> => {
  try {
    await work()
    return 'done'
  } catch (error) {
    return isVaultError(error) ? error.code : String(error)
  }
}
const ballast = join(disk, 'ballast')
writeFileSync(ballast, Buffer.alloc(8 * 2 ** 20))
const { vault } = await createVault({
  folder: join(disk, 'V.emanet'),
  passphrase: Secret.fromText('x y z'),
  kdf: 'moderate',
  deviceSecret: Secret.fromBytes(Buffer.alloc(32, 0x11)),
  sodium: await loadSodium(),
  policy: WEAK_KDF,
})
const { ledger } = vault
const idOf = (n: number) => n.toString(16).padStart(32, '0') as RecordId
function* entries(count: number): Generator<NewEntry> {
  const body = { text: 'x'.repeat(3000) }
  for (let n = 1; n <= count; n += 1)
    yield { op: 'record.set', record: idOf(n), compartment: 0, body }
}
const state = async () => ({
  head: ledger.head().seq,
  first: ledger.recordState(idOf(1)),
  ok: (await ledger.verify({ signatures: true })).ok,
})
ledger.append([{ op: 'note.add', body: 'before' }])
const before = await state()
const bulk = await attempt(() => ledger.appendBulk(async () => ({ entries: entries(1200) })))
const after = await state()
// A bulk that failed takes no room.
const save = await attempt(() => ledger.append([{ op: 'note.add', body: 'after' }]))
rmSync(ballast)
const again = await attempt(() => ledger.appendBulk(async () => ({ entries: entries(1200) })))
const last = await state()
vault.close()
process.stdout.write(JSON.stringify({ before, bulk, after, save, again, last }))
