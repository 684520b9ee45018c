/**
 * Every key of a vault, derived anew from its passphrase as docs/format.md says: what must be in no memory and in no
 * file once the vault is locked. Reads a copy of the folder, so that nothing of a running program is touched.
 */
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deriveDeviceKey } from '../../../electron/vault/crypto/deviceKey.ts'
import { KDF_POLICY } from '../../../electron/vault/crypto/kdf.ts'
import * as tree from '../../../electron/vault/crypto/keyTree.ts'
import { loadSodium } from '../../../electron/vault/crypto/loadSodium.ts'
import { Secret } from '../../../electron/vault/crypto/secret.ts'
import type { Sodium } from '../../../electron/vault/crypto/sodium.ts'
import { openWays } from '../../../electron/vault/custodian/ways.ts'
import { ObjectAddBody } from '../../../electron/vault/evidence/objectOp.ts'
import { openCompartment, type Wrap } from '../../../electron/vault/ledger/compartmentRow.ts'
import { openKeyPage, PLACES_PER_PAGE, placeKey } from '../../../electron/vault/ledger/keyPages.ts'
import { textMaster } from '../../../electron/vault/session/credential.ts'
import { openSession } from '../../../electron/vault/session/openVault.ts'
import { keyNeedles, type Needle } from './needles.ts'

export interface KeyWays {
  readonly passphrase: string
  /** Where the program keeps the secret of the machine. */
  readonly userData: string
  /** Opens the witness compartment in custodian mode. */
  readonly second?: string
}

export async function vaultKeys(
  vault: string,
  ways: KeyWays,
): Promise<{ readonly needles: readonly Needle[]; readonly rootKey: readonly Needle[] }> {
  const copy = await mkdtemp(join(tmpdir(), 'emanet-keys-'))
  try {
    const folder = join(copy, 'Copy.emanet')
    await cp(vault, folder, { recursive: true })
    await rm(join(folder, 'lock'), { force: true })
    return await keysOf(folder, ways)
  } finally {
    await rm(copy, { recursive: true, force: true })
  }
}

async function keysOf(folder: string, { passphrase, userData, second }: KeyWays) {
  const sodium = await loadSodium()
  const deviceSecret = Secret.fromBytes(await readFile(join(userData, 'device.key')))
  const credential = Secret.fromText(passphrase)
  const options = { folder, credential, deviceSecret, sodium, readOnly: true }
  const { state, release } = await openSession(options)
  try {
    const found: [string, Uint8Array][] = []
    const add = (label: string, key: Uint8Array) => void found.push([label, key])
    const { header, db, ledger } = state
    const { vaultId, kdfSalt } = header
    const root = Buffer.from(state.rootKey.bytes)

    const cost = header.slots[state.slot]?.cost ?? KDF_POLICY.levels.moderate
    const master = await textMaster(sodium, credential, kdfSalt, cost, KDF_POLICY)
    add('master of the passphrase', Buffer.from(master.bytes))
    add('slot key', tree.slotKey(sodium, master.bytes, state.slot))
    add('header MAC key', tree.headerMacKey(sodium, root))
    add('slot directory key', tree.slotDirectoryKey(sodium, root))
    add('entry key', tree.entryKey(sodium, root))
    add('head MAC key', tree.headMacKey(sodium, root))
    add('device seed key', tree.deviceSeedKey(sodium, root))
    add('snapshot key', sodium.deriveKey(root, 1, 'EmSnapsh'))
    add('draft key', sodium.deriveKey(root, 1, 'EmDrafts'))
    add('key of notes', sodium.deriveKey(root, 1, 'EmLeavng'))
    add('signing key', deriveDeviceKey(sodium, root, vaultId, deviceSecret).secretKey)

    const parents = new Map<number, Uint8Array>([[0, root]])
    for (const row of db.compartments()) {
      const wrap = tree.compartmentWrapKey(sodium, root, row.compartment)
      add('compartment wrap key', wrap)
      const content = openCompartment(sodium, vaultId, wrap, row)
      if (!content) continue
      const key =
        content.mode === 'root'
          ? content.key
          : await custodiansKey(sodium, { vaultId, row, wraps: content.wraps, second })
      add('compartment key', key)
      parents.set(row.compartment, key)
    }
    for (const row of db.keyPages()) {
      const parent = parents.get(row.compartment)
      if (!parent) continue
      const key = tree.keyPageKey(sodium, parent, row.compartment)
      add('key page key', key)
      const plain = openKeyPage(sodium, vaultId, key, row)
      for (let place = 0; plain && place < PLACES_PER_PAGE; place += 1) {
        const record = Buffer.from(placeKey(plain, place))
        if (record.some((byte) => byte !== 0)) add('record key', record)
      }
    }
    const all = Array.from({ length: ledger.head().seq }, (_, index) => index + 1)
    for (const entry of ledger.readMany(all)) {
      if (entry.op !== 'object.add' || entry.state !== 'open') continue
      add('file key', Buffer.from(ObjectAddBody.parse(entry.body).fileKey, 'base64'))
    }
    return {
      rootKey: keyNeedles('root key', root),
      needles: [['root key', root] as const, ...found].flatMap(([label, key]) =>
        keyNeedles(label, key),
      ),
    }
  } finally {
    release()
  }
}

interface Custodians {
  readonly vaultId: Buffer
  readonly row: { readonly compartment: number }
  readonly wraps: readonly Wrap[]
  readonly second: string | undefined
}

async function custodiansKey(
  sodium: Sodium,
  { vaultId, row: { compartment }, wraps, second }: Custodians,
): Promise<Buffer> {
  const context = { sodium, policy: KDF_POLICY, vaultId, compartment }
  const passphrase = Secret.fromText(second ?? '')
  const opened = await openWays(context, wraps, { kind: 'passphrase', passphrase })
  if (!opened) throw new Error('the second passphrase opens the compartment')
  return opened.key
}
