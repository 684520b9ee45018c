/** Making a vault: everything it needs to be opened is on disk before this returns, or nothing is left. */
import { resolve } from 'node:path'
import { ID_BYTES, randomBytes } from '../crypto/bytes.ts'
import { deriveDeviceKey } from '../crypto/deviceKey.ts'
import { KDF_POLICY } from '../crypto/kdf.ts'
import {
  compartmentWrapKey,
  DEVICE_DIRECTORY,
  entryKey,
  headerMacKey,
  headMacKey,
  keyPageKey,
} from '../crypto/keyTree.ts'
import { deriveMaster } from '../crypto/passphrase.ts'
import { newRecoveryCode } from '../crypto/recoveryCode.ts'
import { Secret } from '../crypto/secret.ts'
import { KEY_BYTES, PWHASH_SALT_BYTES, type Sodium } from '../crypto/sodium.ts'
import { loadXWing } from '../crypto/xwing.ts'
import { VaultDb } from '../db/vaultDb.ts'
import { FORMAT_VERSION } from '../db/vaultSchema.ts'
import type { VaultPaths } from '../folder/layout.ts'
import { type FolderLock, lockFolder, lockIdentity } from '../folder/lock.ts'
import { makeVaultFolder } from '../folder/newFolder.ts'
import { type Header, SLOT_COUNT, type Slot, writeHeader } from '../header/header.ts'
import { writeHeaderFile } from '../header/headerCopies.ts'
import { boxHash, COMPARTMENT_ROW, genesisHash } from '../ledger/chain.ts'
import { sealCompartment } from '../ledger/compartmentRow.ts'
import { KeyRing } from '../ledger/keyRing.ts'
import { OP_DEVICE_ADD, OP_VAULT_CREATED } from '../ledger/ops.ts'
import { VaultLedger } from '../ledger/vaultLedger.ts'
import { SeenHead } from '../machine/seenHead.ts'
import { slices, turn } from '../slices.ts'
import type { OpenedSession, SessionState } from './sessionState.ts'
import { type SlotDirectory, sealDirectory } from './slotDirectory.ts'
import { sealSlot, unusedSlot } from './slots.ts'
import type { CreateOptions, OpenVault } from './types.ts'
import { VaultSession } from './vaultSession.ts'

const WITNESS_IDENTITIES = 1

/** Makes a vault and opens it. The recovery code is shown once and kept nowhere. */
export async function createVault(
  options: CreateOptions,
): Promise<{ vault: OpenVault; recoveryCode: string }> {
  const { state, release, recoveryCode } = await createSession(options)
  return { vault: new VaultSession(state, [], release), recoveryCode }
}

/** What `createVault` wraps; for a re-key, which writes to the ledger itself. */
export async function createSession(
  options: CreateOptions,
): Promise<Omit<OpenedSession, 'notices'> & { readonly recoveryCode: string }> {
  const recoveryCode = newRecoveryCode(options.recoveryLanguage)
  const rootKey = Secret.random(KEY_BYTES)
  try {
    const header = await newHeader(options, rootKey, recoveryCode)
    // Everything in the folder is made in one turn, so that nothing comes between, and that is long enough.
    await turn()
    const session = makeVaultFolder(
      resolve(options.folder),
      (paths) => fillFolder(options, rootKey, header, paths),
      ({ release }) => release(),
    )
    return { ...session, recoveryCode }
  } catch (error) {
    rootKey.wipe()
    throw error
  }
}

type NewHeader = Pick<SessionState, 'header' | 'headerBytes' | 'directory'>

/** Both slots have one cost and one salt, but a place of their own each: two Argon2id runs. */
async function newHeader(
  { sodium, passphrase, kdf, policy = KDF_POLICY, now = Date.now }: CreateOptions,
  rootKey: Secret,
  recoveryCode: string,
): Promise<NewHeader> {
  const cost = policy.levels[kdf]
  const vaultId = randomBytes(ID_BYTES)
  const kdfSalt = randomBytes(PWHASH_SALT_BYTES)
  const xwing = await loadXWing()
  const slots: Slot[] = []
  const identity = { version: FORMAT_VERSION, vaultId, generation: 1 } as const
  const recovery = Secret.fromText(recoveryCode)
  for (const [index, secret] of [passphrase, recovery].entries()) {
    const master = await deriveMaster(sodium, secret, kdfSalt, cost, policy)
    const sealing = { cost, kem: xwing.decoy() }
    slots[index] = sealSlot(sodium, identity, index, sealing, master, rootKey)
    master.wipe()
  }
  recovery.wipe()
  // A decoy takes milliseconds.
  const breathe = slices()
  while (slots.length < SLOT_COUNT) {
    slots.push(unusedSlot(xwing, cost))
    await breathe()
  }
  const createdAt = now()
  const directory: SlotDirectory = Array.from({ length: SLOT_COUNT }, (_, index) =>
    index < 2 ? { kind: index === 0 ? 'passphrase' : 'recovery', createdAt, label: '' } : undefined,
  )
  const sealed = sealDirectory(sodium, identity, rootKey, directory)
  const header: Header = { ...identity, kdfSalt, slots, directory: sealed }
  const macKey = headerMacKey(sodium, rootKey.bytes)
  const headerBytes = writeHeader(sodium, header, macKey)
  sodium.memzero(macKey)
  return { header, headerBytes, directory }
}

function fillFolder(
  options: CreateOptions,
  rootKey: Secret,
  made: NewHeader,
  paths: VaultPaths,
): Omit<OpenedSession, 'notices'> {
  const { sodium, deviceSecret, headsFolder, policy = KDF_POLICY, now = Date.now } = options
  const lock = lockFolder(paths.lock, lockIdentity(sodium, deviceSecret, now()))
  let db: VaultDb | undefined
  try {
    let ledger: VaultLedger | undefined
    db = VaultDb.create(paths.database, (inside) => {
      ledger = firstEntries(options, rootKey, made, inside)
    })
    writeHeaderFile(paths, made.headerBytes)
    const { folder } = paths
    const { vaultId } = made.header
    const seenHeadOf = (headsFolder: string) =>
      new SeenHead({ sodium, headsFolder, deviceSecret, vaultId, folder, rootKey })
    const parts = { sodium, policy, now, paths, db, rootKey, slot: 0, ...made }
    // Assigned inside the transaction that has just ended.
    const state: SessionState = {
      ...{ ...parts, ledger: ledger as unknown as VaultLedger },
      ...(headsFolder === undefined ? {} : { seenHead: seenHeadOf(headsFolder) }),
    }
    return { state, release: releaser(db, lock) }
  } catch (error) {
    db?.close()
    lock.release()
    throw error
  }
}

const releaser = (db: { close(): void }, lock: FolderLock | undefined) => () => {
  db.close()
  lock?.release()
}

/** Compartments, empty key pages, the device and the first entries, in the transaction that makes the tables. */
function firstEntries(
  { sodium, deviceSecret, kdf, now = Date.now }: CreateOptions,
  rootKey: Secret,
  { header, headerBytes }: NewHeader,
  db: VaultDb,
): VaultLedger {
  const { vaultId, generation } = header
  const device = deriveDeviceKey(sodium, rootKey.bytes, vaultId, deviceSecret)
  const { ring, store } = newRing(sodium, vaultId, rootKey)
  store(db)
  const ledger = new VaultLedger({
    db,
    context: { sodium, vaultId, entryKey: entryKey(sodium, rootKey.bytes), ring },
    headKey: headMacKey(sodium, rootKey.bytes),
    device,
    now,
    head: {
      seq: 0,
      hash: genesisHash(sodium, vaultId),
      headerGeneration: generation,
      keysHash: ring.hash(),
      mac: Buffer.alloc(0),
    },
  })
  const publicKey = device.publicKey.toString('hex')
  ledger.commit(
    [
      { op: OP_DEVICE_ADD, body: { publicKey } },
      { op: OP_VAULT_CREATED, body: { format: FORMAT_VERSION, kdf, generation } },
    ],
    {
      header: { bytes: headerBytes, generation },
      stage: (stage) => {
        stage.addEmptyPage(0)
        stage.addEmptyPage(WITNESS_IDENTITIES)
        stage.addDevice(device.id, device.publicKey)
      },
    },
  )
  return ledger
}

function newRing(sodium: Sodium, vaultId: Buffer, rootKey: Secret) {
  const compartmentKey = randomBytes(KEY_BYTES)
  const wrapKey = compartmentWrapKey(sodium, rootKey.bytes, WITNESS_IDENTITIES)
  const content = { mode: 'root', key: compartmentKey } as const
  const row = sealCompartment(sodium, vaultId, wrapKey, WITNESS_IDENTITIES, content)
  const pageKeys = new Map([
    [0, keyPageKey(sodium, rootKey.bytes, 0)],
    [WITNESS_IDENTITIES, keyPageKey(sodium, compartmentKey, WITNESS_IDENTITIES)],
    [DEVICE_DIRECTORY, keyPageKey(sodium, rootKey.bytes, DEVICE_DIRECTORY)],
  ])
  sodium.memzero(wrapKey)
  sodium.memzero(compartmentKey)
  const part = { compartment: row.compartment, page: COMPARTMENT_ROW, hash: boxHash(sodium, row) }
  const ring = new KeyRing({
    sodium,
    vaultId,
    pageKeys,
    compartmentParts: [part],
    rows: [],
    tolerateDamage: false,
  })
  return { ring, store: (db: VaultDb) => db.putCompartment(row) }
}
