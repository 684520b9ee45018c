/**
 * The new vault during a re-key. Its ledger is the state of the re-key: every entry of the old vault that is in it,
 * in order, was carried over with everything it needs; a second run counts them and goes on behind the last. What
 * cannot be gone on with (other keys, another vault, a beginning that was cut off) is taken away and begun anew.
 */
import { existsSync } from 'node:fs'
import { isDeepStrictEqual } from 'node:util'
import { isVaultError, VaultError } from '../../../shared/errors.ts'
import type { ObjectId } from '../../../shared/ids.ts'
import { parsePublicKey, publicKeyDigest } from '../crypto/publicKeyText.ts'
import { ObjectAddBody } from '../evidence/objectOp.ts'
import { makeFolder } from '../folder/durable.ts'
import { OP_OBJECT_ADD } from '../records/ops.ts'
import { createSession } from '../session/createVault.ts'
import { openSession } from '../session/openVault.ts'
import type { OpenedSession, SessionState } from '../session/sessionState.ts'
import { VaultSession } from '../session/vaultSession.ts'
import type { RekeyPlaces } from './places.ts'
import type { Source } from './source.ts'
import { removeWork } from './swap.ts'
import type { RekeyOptions } from './types.ts'

/** The new vault says which it came from. Behind `device.add` and `vault.created`, and again when the old one grew. */
const OP_VAULT_REKEYED = 'vault.rekeyed'
const REKEYED_SEQ = 3

export interface Target {
  readonly state: SessionState
  readonly session: VaultSession
  /** Entries of the old vault that are in the new one. */
  readonly carried: number
  readonly objects: ReadonlySet<ObjectId>
  readonly resumed: boolean
  /** Of a new vault; one that is resumed gets another in the end. */
  readonly recoveryCode: string | undefined
}

/** Errors: those of making a vault; `wrong_passphrase` is none, it means beginning anew. */
export async function openTarget(
  options: RekeyOptions,
  places: RekeyPlaces,
  source: Source,
): Promise<Target> {
  const resumed = existsSync(places.work) ? await resume(options, places, source) : undefined
  if (resumed) return resumed
  removeWork(places)
  return create(options, places, source)
}

async function create(options: RekeyOptions, places: RekeyPlaces, source: Source): Promise<Target> {
  const { passphrase, kdf, deviceSecret, sodium, policy, now, recoveryLanguage, custody } = options
  makeFolder(places.work)
  const made = await createSession({
    ...{ folder: places.vault, passphrase, kdf, deviceSecret, sodium },
    ...(policy ? { policy } : {}),
    ...(now ? { now } : {}),
    ...(recoveryLanguage ? { recoveryLanguage } : {}),
  })
  const session = new VaultSession(made.state, [], made.release)
  try {
    noteOrigin(options, made.state, source.state)
    options.onStep?.('created')
    // Before a single identity is in it: its keys never lie under the root key alone, not even for a moment.
    if (custody) await session.custody.enable(custody.ways)
    options.onStep?.('custody')
    await openCustody(options, session)
  } catch (error) {
    session.close()
    throw error
  }
  const { state } = made
  const { recoveryCode } = made
  return { state, session, carried: 0, objects: new Set(), resumed: false, recoveryCode }
}

function noteOrigin(options: RekeyOptions, target: SessionState, source: SessionState): void {
  const { seq, hash } = source.ledger.head()
  const from = source.header.vaultId.toString('hex')
  const keyFiles = keyFilesOf(options)
  const body: Rekeyed = {
    ...{ from, entries: seq, head: hash.toString('hex') },
    ...(keyFiles.length > 0 ? { keyFiles } : {}),
  }
  target.ledger.append([{ op: OP_VAULT_REKEYED, body }])
}

/** Undefined when it has to be begun anew. */
async function resume(
  options: RekeyOptions,
  places: RekeyPlaces,
  source: Source,
): Promise<Target | undefined> {
  const opened = await openAgain(options, places)
  if (!opened) return undefined
  const session = new VaultSession(opened.state, opened.notices, opened.release)
  try {
    const { state } = opened
    if (!continues(state, source.state)) return closing(session)
    // A key file that is not wanted any more may not stay, nor have opened what this vault is to be.
    if (!isForKeyFiles(options, state)) return closing(session)
    const mode = session.custody.status().mode
    if (source.isInCustody && mode === 'root') return closing(session)
    if (mode === 'custodian') await openCustody(options, session)
    const { carried, objects } = await countCarried(options, state)
    if (carried > source.state.ledger.head().seq) return closing(session)
    if (source.state.ledger.head().seq > noted(state)) noteOrigin(options, state, source.state)
    return { state, session, carried, objects, resumed: true, recoveryCode: undefined }
  } catch (error) {
    session.close()
    if (isVaultError(error) && !isOfTheWorld(error)) return undefined
    throw error
  }
}

const closing = (session: VaultSession): undefined => {
  session.close()
  return undefined
}

async function openAgain(
  { passphrase, deviceSecret, sodium, policy, now }: RekeyOptions,
  places: RekeyPlaces,
): Promise<OpenedSession | undefined> {
  try {
    return await openSession({
      ...{ folder: places.vault, credential: passphrase, deviceSecret, sodium },
      ...(policy ? { policy } : {}),
      ...(now ? { now } : {}),
    })
  } catch (error) {
    if (isVaultError(error) && !isOfTheWorld(error)) return undefined
    throw error
  }
}

/** What says nothing about the work folder: it must not cost what was done so far. */
const isOfTheWorld = ({ code }: VaultError): boolean =>
  ['vault_in_use', 'disk_full', 'read_only', 'io_failed', 'out_of_memory', 'cancelled'].includes(
    code,
  )

interface Rekeyed {
  readonly from: string
  readonly entries: number
  readonly head: string
  /** Digests of the public keys whose key files open it. */
  readonly keyFiles?: readonly string[]
}

function originOf(target: SessionState): Rekeyed | undefined {
  if (target.ledger.head().seq < REKEYED_SEQ) return undefined
  const [entry] = target.ledger.readMany([REKEYED_SEQ])
  if (entry?.op !== OP_VAULT_REKEYED || entry.carried || entry.state !== 'open') return undefined
  return entry.body as Rekeyed
}

/** Whether what is in the new vault is a beginning of what is in the old one now. */
function continues(target: SessionState, source: SessionState): boolean {
  const origin = originOf(target)
  if (!origin || origin.from !== source.header.vaultId.toString('hex')) return false
  return source.ledger.hashAt(origin.entries)?.toString('hex') === origin.head
}

const keyFilesOf = ({ sodium, keyFiles = [] }: RekeyOptions): readonly string[] =>
  keyFiles.map(({ publicKey }) => publicKeyDigest(sodium, parsePublicKey(sodium, publicKey)))

/** Whether a new vault was made for just these key files. */
export const isForKeyFiles = (options: RekeyOptions, target: SessionState): boolean =>
  isDeepStrictEqual(originOf(target)?.keyFiles ?? [], keyFilesOf(options))

const noted = (target: SessionState): number => originOf(target)?.entries ?? 0

/** How far a vault got, and the objects that are in it. */
export async function countCarried({ signal }: RekeyOptions, target: SessionState) {
  const objects = new Set<ObjectId>()
  let carried = 0
  const options = { lazyBodies: true, ...(signal ? { signal } : {}) }
  for await (const slice of target.ledger.readSlices(options)) {
    for (const entry of slice) {
      if (!entry.carried) continue
      carried += 1
      if (entry.op !== OP_OBJECT_ADD || entry.state !== 'open') continue
      objects.add(ObjectAddBody.parse(entry.body).objectId)
    }
  }
  return { carried, objects }
}

/** The compartment of the new vault, with the way that its custodians will use. */
async function openCustody({ custody }: RekeyOptions, session: VaultSession): Promise<void> {
  if (!custody) return
  const { ways, request } = custody
  const [passphrase] = ways.passphrases ?? []
  const credential = ways.shares
    ? ({ kind: 'shares', secret: ways.shares.secret } as const)
    : passphrase && ({ kind: 'passphrase', passphrase } as const)
  if (!credential) throw new VaultError('bad_input')
  await session.custody.open(credential, request)
}
