/** An open vault: its ledger, its slots, and the one way to close it. */
import type { VaultId } from '../../../shared/ids.ts'
import type { KdfLevel } from '../crypto/kdf.ts'
import type { RecoveryLanguage } from '../crypto/recoveryCode.ts'
import { Secret } from '../crypto/secret.ts'
import type { Sodium } from '../crypto/sodium.ts'
import { WitnessCustody } from '../custodian/custody.ts'
import type { Custody } from '../custodian/types.ts'
import type { FormatVersion } from '../db/vaultSchema.ts'
import type { Ledger } from '../ledger/types.ts'
import type { Credential } from './credential.ts'
import type { SessionState } from './sessionState.ts'
import { SlotKeeper } from './slotKeeper.ts'
import type { EntryWithSlot, OpenVault, SlotInfo, SlotKind, VaultNotice } from './types.ts'

/** How much of a session a killed program may fail to remember. */
const REMEMBER_EVERY_MS = 10_000

export class VaultSession implements OpenVault {
  readonly notices: readonly VaultNotice[]
  readonly openedWith: SlotKind
  readonly custody: Custody
  readonly #state: SessionState
  readonly #custody: WitnessCustody
  readonly #slots: SlotKeeper
  readonly #release: () => void
  #timer: NodeJS.Timeout | undefined
  #open = true

  constructor(state: SessionState, notices: readonly VaultNotice[], release: () => void) {
    this.#state = state
    this.#slots = new SlotKeeper(state, (passphrase) => this.#custody.refuseOwn(passphrase))
    const { vaultId } = state.header
    const opensVault = (passphrase: Secret) => this.#slots.opens(passphrase)
    this.#custody = new WitnessCustody({ ...state, vaultId, opensVault })
    this.custody = this.#custody
    this.notices = notices
    this.openedWith = state.directory[state.slot]?.kind ?? 'passphrase'
    this.#release = release
    this.#remember()
    if (state.seenHead) this.#timer = setInterval(() => this.#remember(), REMEMBER_EVERY_MS).unref()
  }

  get vaultIdBytes(): Buffer {
    return this.#state.header.vaultId
  }

  get vaultId(): VaultId {
    return this.vaultIdBytes.toString('hex') as VaultId
  }

  get folder(): string {
    return this.#state.paths.folder
  }

  get sodium(): Sodium {
    return this.#state.sodium
  }

  get ledger(): Ledger {
    return this.#state.ledger
  }

  get formatVersion(): FormatVersion {
    return this.#state.header.version
  }

  get readOnly(): boolean {
    return this.#state.ledger.readOnly
  }

  deriveKey(context: 'EmSnapsh' | 'EmDrafts' | 'EmLeavng', id: number): Secret {
    const key = this.sodium.deriveKey(this.#state.rootKey.bytes, id, context)
    const secret = Secret.fromBytes(key)
    this.sodium.memzero(key)
    return secret
  }

  slots(): readonly SlotInfo[] {
    return this.#slots.slots()
  }

  changePassphrase(old: Credential, next: Secret, kdf?: KdfLevel): Promise<void> {
    return this.#slots.changePassphrase(old, next, kdf)
  }

  addPassphrase(by: Credential, next: Secret, label: string, kdf?: KdfLevel): Promise<number> {
    return this.#slots.addPassphrase(by, next, label, kdf)
  }

  addKeyFile(by: Credential, publicKey: string, label: string): Promise<number> {
    return this.#slots.addKeyFile(by, publicKey, label)
  }

  addShares(by: Credential, secret: Secret, label: string, entry?: EntryWithSlot): Promise<number> {
    return this.#slots.addShares(by, secret, label, entry)
  }

  replaceRecoveryCode(by: Credential, language?: RecoveryLanguage): Promise<string> {
    return this.#slots.replaceRecoveryCode(by, language)
  }

  renameSlot(index: number, label: string): Promise<void> {
    return this.#slots.renameSlot(index, label)
  }

  authorise(credential: Credential): Promise<void> {
    return this.#slots.authorise(credential)
  }

  removeSlot(by: Credential, index: number): Promise<void> {
    return this.#slots.removeSlot(by, index)
  }

  settled(): Promise<void> {
    return this.#slots.settled()
  }

  raiseCostLater(credential: Credential): void {
    this.#slots.raiseCostLater(credential)
  }

  close(): void {
    if (!this.#open) return
    this.#open = false
    this.#slots.close()
    this.#custody.stop()
    clearInterval(this.#timer)
    const { ledger, rootKey, seenHead } = this.#state
    try {
      ledger.finishErase()
      this.#remember()
    } finally {
      seenHead?.wipe()
      ledger.wipe()
      rootKey.wipe()
      this.#release()
    }
  }

  /** What is open for reading only was not necessarily looked at to the end, and nothing of it is new. */
  #remember(): void {
    if (!this.readOnly) this.#state.seenHead?.remember(this.ledger)
  }
}
