/** Child process on a small disk of its own: fills it while saving, and tells as JSON what happened at each point. */
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { loadSodium } from '../../../electron/vault/crypto/loadSodium.ts'
import { Secret } from '../../../electron/vault/crypto/secret.ts'
import { createVault, type OpenVault, openVault } from '../../../electron/vault/session/session.ts'
import { isVaultError } from '../../../shared/errors.ts'
import { WEAK_KDF } from '../weakKdf.ts'

const [disk = ''] = process.argv.slice(2)
const folder = join(disk, 'V.emanet')
const sodium = await loadSodium()
const options = () => ({
  folder,
  passphrase: Secret.fromText('x y z'),
  credential: Secret.fromText('x y z'),
  deviceSecret: Secret.fromBytes(Buffer.alloc(32, 0x11)),
  sodium,
  policy: WEAK_KDF,
})
const codeOf = (error: unknown): string => (isVaultError(error) ? error.code : String(error))
const attempt = async (work: () => unknown): Promise<string> => {
  try {
    await work()
    return 'done'
  } catch (error) {
    return codeOf(error)
  }
}
/** Takes all the space there is. */
function fill(): void {
  let size = 1024 * 1024
  while (size >= 512) {
    try {
      writeFileSync(join(disk, 'filler'), Buffer.alloc(size), { flag: 'a' })
    } catch {
      size = Math.floor(size / 2)
    }
  }
}
const count = async (vault: OpenVault): Promise<number> => {
  let entries = 0
  for await (const slice of vault.ledger.readSlices()) entries += slice.length
  return entries
}

writeFileSync(join(disk, 'ballast'), Buffer.alloc(1024 * 1024))
const { vault } = await createVault({ ...options(), kdf: 'moderate' })
const entry = (n: number) => ({ op: 'note.add', body: { n, text: 'x'.repeat(30_000) } })
let acknowledged = 2
let saved = await attempt(() => {
  for (;;) {
    vault.ledger.append([entry(acknowledged)])
    acknowledged += 1
  }
})
const afterFull = {
  saved,
  acknowledged,
  head: vault.ledger.head().seq,
  entries: await count(vault),
  ok: (await vault.ledger.verify({ signatures: true })).ok,
}
// A larger save in one piece, most of which fits: none of it may remain.
saved = await attempt(() => vault.ledger.append(Array.from({ length: 50 }, (_, n) => entry(n))))
const afterLarge = { saved, head: vault.ledger.head().seq }
const change = await attempt(() =>
  vault.changePassphrase(Secret.fromText('x y z'), Secret.fromText('new')),
)
// What failed left its room in the log to whatever is smaller: take that too, or an unlock would fit into it.
const inTheLog = await attempt(() => {
  for (;;) vault.ledger.append([{ op: 'note.add', body: 1 }])
})
const afterChange = { change, inTheLog, head: vault.ledger.head().seq }
vault.close()
fill()
const opened = await attempt(async () => (await openVault(options())).close())
const reader = await openVault({ ...options(), readOnly: true })
const readOnly = { entries: await count(reader) }
reader.close()
rmSync(join(disk, 'ballast'))
// A minute later somebody has made room.
const again = await openVault(options())
const before = again.ledger.head().seq
again.close()
process.stdout.write(
  JSON.stringify({ afterFull, afterLarge, afterChange, opened, readOnly, before }),
)
