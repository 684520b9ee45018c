/** An open vault: its ledger, its slots, and the one way to close it. */
import { VaultError } from '../../../shared/errors.ts'
import type { VaultId } from '../../../shared/ids.ts'
import type { KdfLevel } from '../crypto/kdf.ts'
import { newRecoveryCode } from '../crypto/recoveryCode.ts'
import { Secret } from '../crypto/secret.ts'
import type { PwhashCost, Sodium } from '../crypto/sodium.ts'
import { WitnessCustody } from '../custodian/custody.ts'
import type { Custody } from '../custodian/types.ts'
import type { FormatVersion } from '../db/vaultSchema.ts'
import type { Ledger } from '../ledger/types.ts'
import type { SessionState } from './sessionState.ts'
import { changeSlots } from './slotChange.ts'
import { openSlots } from './slots.ts'
import type { OpenVault, SlotInfo, SlotKind, VaultNotice } from './types.ts'

export class VaultSession implements OpenVault {
  readonly notices: readonly VaultNotice[]
  readonly openedWith: SlotKind
  readonly custody: Custody
  readonly #state: SessionState
  readonly #custody: WitnessCustody
  readonly #release: () => void
  #open = true

  constructor(state: SessionState, notices: readonly VaultNotice[], release: () => void) {
    this.#state = state
    this.#custody = new WitnessCustody({ ...state, vaultId: state.header.vaultId })
    this.custody = this.#custody
    this.notices = notices
    this.openedWith = state.directory[state.slot]?.kind ?? 'passphrase'
    this.#release = release
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

  deriveKey(context: 'EmSnapsh', id: number): Secret {
    const key = this.sodium.deriveKey(this.#state.rootKey.bytes, id, context)
    const secret = Secret.fromBytes(key)
    this.sodium.memzero(key)
    return secret
  }

  slots(): readonly SlotInfo[] {
    return this.#state.directory.flatMap((record, index) => {
      if (!record) return []
      const { kind, createdAt, label } = record
      return [{ index, kind, createdAt, label, current: index === this.#state.slot }]
    })
  }

  async changePassphrase(old: Secret, next: Secret, kdf?: KdfLevel): Promise<void> {
    const used = await this.#authorise(old)
    const replaced = this.#passphraseToReplace(used)
    // A change that was cut off may have left a slot that was to take the same place.
    const pending = this.#state.directory.flatMap((record, index) =>
      record?.replaces === replaced && replaced !== undefined ? [index] : [],
    )
    const drop = replaced === undefined ? [] : [replaced, ...pending]
    const label = (replaced === undefined ? '' : this.#state.directory[replaced]?.label) ?? ''
    const cost = this.#cost(kdf, replaced)
    await this.#change({ add: { secret: next, cost, kind: 'passphrase', label }, drop })
  }

  async addPassphrase(
    authorisedBy: Secret,
    next: Secret,
    label: string,
    kdf?: KdfLevel,
  ): Promise<void> {
    await this.#authorise(authorisedBy)
    const cost = this.#cost(kdf)
    await this.#change({ add: { secret: next, cost, kind: 'passphrase', label }, drop: [] })
  }

  async replaceRecoveryCode(authorisedBy: Secret): Promise<string> {
    await this.#authorise(authorisedBy)
    const code = newRecoveryCode()
    const secret = Secret.fromText(code)
    const drop = this.slots().flatMap(({ index, kind }) => (kind === 'recovery' ? [index] : []))
    try {
      const cost = this.#cost()
      await this.#change({ add: { secret, cost, kind: 'recovery', label: '' }, drop })
    } finally {
      secret.wipe()
    }
    return code
  }

  async removeSlot(authorisedBy: Secret, index: number): Promise<void> {
    await this.#authorise(authorisedBy)
    if (!this.#state.directory[index]) throw new VaultError('not_found')
    await this.#change({ drop: [index] })
  }

  async #change(change: Parameters<typeof changeSlots>[1]): Promise<void> {
    await changeSlots(this.#state, change)
    // The slot that opened the session may be gone; what took its place is as good.
    if (!this.#state.directory[this.#state.slot]) {
      this.#state.slot = this.#state.directory.findIndex((record) => record !== undefined)
    }
  }

  /** The slot that a passphrase opens. Errors: `wrong_passphrase`, `read_only`. */
  async #authorise(passphrase: Secret): Promise<number> {
    const { sodium, header, policy } = this.#state
    if (this.readOnly) throw new VaultError('read_only')
    const opened = await openSlots(sodium, header, passphrase, policy)
    if (!opened) throw new VaultError('wrong_passphrase')
    opened.rootKey.wipe()
    return opened.index
  }

  /** The slot itself, or with the recovery code the only passphrase there is. */
  #passphraseToReplace(used: number): number | undefined {
    if (this.#state.directory[used]?.kind === 'passphrase') return used
    const passphrases = this.slots().filter(({ kind }) => kind === 'passphrase')
    return passphrases.length === 1 ? passphrases[0]?.index : undefined
  }

  /** The level asked for, else what the replaced slot had, else the usual. */
  #cost(level?: KdfLevel, replaced?: number): PwhashCost {
    const { policy, header } = this.#state
    const kept = replaced === undefined ? undefined : header.slots[replaced]?.cost
    return level ? policy.levels[level] : (kept ?? policy.levels.moderate)
  }

  close(): void {
    if (!this.#open) return
    this.#open = false
    this.#custody.stop()
    const { ledger, rootKey } = this.#state
    try {
      ledger.finishErase()
    } finally {
      ledger.wipe()
      rootKey.wipe()
      this.#release()
    }
  }
}
