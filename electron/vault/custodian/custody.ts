/**
 * Custodian mode of the witness compartment: who can open it, and for how long it is open. While it is closed its
 * key is nowhere in memory and the root key does not lead to it. What an earlier state of the vault gave away is in
 * docs/format.md, section "Keys": turning the mode on cannot take that back.
 */
import { VaultError } from '../../../shared/errors.ts'
import { randomBytes } from '../crypto/bytes.ts'
import type { KdfPolicy } from '../crypto/kdf.ts'
import { compartmentWrapKey, keyPageKey } from '../crypto/keyTree.ts'
import type { Secret } from '../crypto/secret.ts'
import { KEY_BYTES, type Sodium } from '../crypto/sodium.ts'
import type { VaultDb } from '../db/vaultDb.ts'
import {
  type CompartmentContent,
  openCompartment,
  sealCompartment,
  type Wrap,
} from '../ledger/compartmentRow.ts'
import type { CompartmentId } from '../ledger/types.ts'
import type { VaultLedger } from '../ledger/vaultLedger.ts'
import {
  type Custody,
  type CustodyCredential,
  type CustodyStatus,
  type CustodyWay,
  type CustodyWays,
  DEFAULT_MINUTES,
  MAX_MINUTES,
  MAX_REASON_LENGTH,
  MAX_WHO_LENGTH,
  type OpeningRequest,
} from './types.ts'
import { openWays, sealWays, type WrapContext } from './ways.ts'

const COMPARTMENT: CompartmentId = 1

const OP_CUSTODY_ENABLED = 'custody.enabled'
const OP_CUSTODY_DISABLED = 'custody.disabled'
/** Somebody opened the whole compartment. `compartment.opened` is one identity that was shown. */
const OP_CUSTODY_OPENED = 'custody.opened'

export interface CustodyParts {
  readonly sodium: Sodium
  readonly policy: KdfPolicy
  readonly vaultId: Buffer
  readonly rootKey: Secret
  readonly db: VaultDb
  readonly ledger: VaultLedger
  readonly now: () => number
  /** Whether a passphrase opens the vault itself. */
  readonly opensVault: (passphrase: Secret) => Promise<boolean>
}

interface Opening {
  readonly until: number
  readonly timer: NodeJS.Timeout
}

export class WitnessCustody implements Custody {
  readonly #parts: CustodyParts
  #opening: Opening | undefined

  constructor(parts: CustodyParts) {
    this.#parts = parts
  }

  status(): CustodyStatus {
    const content = this.#content()
    if (content.mode === 'root') {
      this.#parts.sodium.memzero(content.key)
      const isOpen = this.#parts.ledger.isOpen(COMPARTMENT)
      return { mode: 'root', isOpen, openUntil: null, ways: [] }
    }
    const isOpen = this.#parts.ledger.isOpen(COMPARTMENT)
    const openUntil = isOpen ? (this.#opening?.until ?? null) : null
    return { mode: 'custodian', isOpen, openUntil, ways: content.wraps.map(wayOf) }
  }

  async enable(ways: CustodyWays): Promise<void> {
    const { sodium, ledger, now, opensVault } = this.#parts
    this.#checkMayChange()
    // Who was forced to say the one would have said the other.
    for (const passphrase of ways.passphrases ?? [])
      if (await opensVault(passphrase)) throw samePassphrase()
    const key = randomBytes(KEY_BYTES)
    try {
      const wraps = await sealWays(this.#context(), ways, key, now())
      await ledger.writable()
      // Argon2id took its time: the compartment may have closed meanwhile.
      this.#checkMayChange()
      const body = { compartment: COMPARTMENT, ways: wraps.map(wayOf) }
      this.#store({ mode: 'custodian', wraps }, key, { op: OP_CUSTODY_ENABLED, body })
    } finally {
      sodium.memzero(key)
    }
    this.#forget()
    ledger.closeCompartment(COMPARTMENT)
    // It may still hold the row with the old key.
    this.#parts.ledger.forgetOldKeys()
  }

  disable(reason: string): void {
    checkText(reason, 1, MAX_REASON_LENGTH)
    if (this.status().mode === 'root') throw new VaultError('conflict')
    this.#checkMayChange()
    const key = randomBytes(KEY_BYTES)
    const body = { compartment: COMPARTMENT, reason }
    this.#store({ mode: 'root', key }, key, { op: OP_CUSTODY_DISABLED, body })
    this.#parts.sodium.memzero(key)
    this.#forget()
    // Open until the vault is closed, as after an unlock in this mode.
    this.#parts.ledger.keepOpen(COMPARTMENT)
    // It may still hold the row with the old key.
    this.#parts.ledger.forgetOldKeys()
  }

  async open(credential: CustodyCredential, request: OpeningRequest): Promise<CustodyStatus> {
    const { sodium, ledger, now } = this.#parts
    const { reason, minutes = DEFAULT_MINUTES, who = '' } = request
    checkText(reason, 1, MAX_REASON_LENGTH)
    checkText(who, 0, MAX_WHO_LENGTH)
    if (!Number.isInteger(minutes) || minutes < 1 || minutes > MAX_MINUTES) {
      throw new VaultError('bad_input')
    }
    if (ledger.readOnly) throw new VaultError('read_only')
    const content = this.#content()
    if (content.mode === 'root') {
      sodium.memzero(content.key)
      throw new VaultError('conflict')
    }
    const opened = await openWays(this.#context(), content.wraps, credential)
    if (!opened) throw new VaultError('wrong_passphrase', { compartment: COMPARTMENT })
    const pageKey = keyPageKey(sodium, opened.key, COMPARTMENT)
    sodium.memzero(opened.key)
    try {
      await ledger.writable()
      const body = { compartment: COMPARTMENT, way: wayOf(opened.wrap), reason, who, minutes }
      ledger.append([{ op: OP_CUSTODY_OPENED, body }])
    } catch (error) {
      sodium.memzero(pageKey)
      throw error
    }
    this.#forget()
    this.#openFor(minutes * 60_000, pageKey, now())
    return this.status()
  }

  /** A passphrase that opens the compartment is not to open the vault as well. Errors: `bad_input`, those of Argon2id. */
  async refuseOwn(passphrase: Secret): Promise<void> {
    const content = this.#content()
    if (content.mode === 'root') {
      this.#parts.sodium.memzero(content.key)
      return
    }
    const opened = await openWays(this.#context(), content.wraps, {
      kind: 'passphrase',
      passphrase,
    })
    if (!opened) return
    this.#parts.sodium.memzero(opened.key)
    throw samePassphrase()
  }

  /**
   * Closed at the timer, or at the first use after the time is over by either clock: timers wait while a machine
   * sleeps, and a clock that is set back must not keep the compartment open.
   */
  #openFor(milliseconds: number, pageKey: Buffer, start: number): void {
    const { ledger, now } = this.#parts
    const until = start + milliseconds
    const end = performance.now() + milliseconds
    const isOver = () => now() >= until || performance.now() >= end
    ledger.openCompartment(COMPARTMENT, pageKey, isOver)
    const timer = setTimeout(() => this.close(), milliseconds)
    timer.unref()
    this.#opening = { until, timer }
  }

  close(): void {
    if (!this.#opening) return
    this.#forget()
    this.#parts.ledger.closeCompartment(COMPARTMENT)
  }

  /** No timer outlives the session. */
  stop(): void {
    this.#forget()
  }

  #forget(): void {
    clearTimeout(this.#opening?.timer)
    this.#opening = undefined
  }

  #checkMayChange(): void {
    const { ledger } = this.#parts
    if (ledger.readOnly) throw new VaultError('read_only')
    if (!ledger.isOpen(COMPARTMENT)) throw new VaultError('custodian_closed')
  }

  /** The new row, every page under the new key, and the entry that says so, in one transaction. */
  #store(
    content: CompartmentContent,
    key: Buffer,
    entry: { readonly op: string; readonly body: unknown },
  ): void {
    const { sodium, vaultId, rootKey, ledger } = this.#parts
    const wrapKey = compartmentWrapKey(sodium, rootKey.bytes, COMPARTMENT)
    const row = sealCompartment(sodium, vaultId, wrapKey, COMPARTMENT, content)
    sodium.memzero(wrapKey)
    const pageKey = keyPageKey(sodium, key, COMPARTMENT)
    ledger.openOnDemand()
    ledger.commit([entry], { stage: (stage) => stage.reseal(COMPARTMENT, row, pageKey) })
  }

  #content(): CompartmentContent {
    const { sodium, vaultId, rootKey, db } = this.#parts
    const row = db.compartments().find(({ compartment }) => compartment === COMPARTMENT)
    const wrapKey = compartmentWrapKey(sodium, rootKey.bytes, COMPARTMENT)
    const content = row && openCompartment(sodium, vaultId, wrapKey, row)
    sodium.memzero(wrapKey)
    if (!content) throw new VaultError('keys_damaged', { compartment: COMPARTMENT })
    return content
  }

  #context(): WrapContext {
    const { sodium, policy, vaultId } = this.#parts
    return { sodium, policy, vaultId, compartment: COMPARTMENT }
  }
}

const samePassphrase = () => new VaultError('bad_input', { samePassphrase: true })

const wayOf = (wrap: Wrap): CustodyWay => {
  const { createdAt } = wrap
  if (wrap.kind === 'passphrase') return { kind: 'passphrase', createdAt }
  const { setId, k, n } = wrap
  return { kind: 'shares', setId: setId.toString('hex'), k, n, createdAt }
}

function checkText(text: string, shortest: number, longest: number): void {
  const length = text.trim().length
  if (length < shortest || text.length > longest) throw new VaultError('bad_input')
}
