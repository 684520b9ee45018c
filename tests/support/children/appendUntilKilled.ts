/** Child process: appends entries one by one and says the number of each once it is acknowledged, until it is killed. */
import { writeSync } from 'node:fs'
import { loadSodium } from '../../../electron/vault/crypto/loadSodium.ts'
import { Secret } from '../../../electron/vault/crypto/secret.ts'
import { openVault } from '../../../electron/vault/session/session.ts'
import type { RecordId } from '../../../shared/ids.ts'
import { WEAK_KDF } from '../weakKdf.ts'

const [folder = '', passphrase = ''] = process.argv.slice(2)
const vault = await openVault({
  folder,
  credential: Secret.fromText(passphrase),
  deviceSecret: Secret.fromBytes(Buffer.alloc(32, 0x11)),
  sodium: await loadSodium(),
  policy: WEAK_KDF,
})
for (let n = 1; ; n += 1) {
  const record = n.toString(16).padStart(32, '0') as RecordId
  const [entry] = vault.ledger.append([{ op: 'record.set', record, body: { n } }])
  writeSync(1, `${entry?.seq}\n`)
}
