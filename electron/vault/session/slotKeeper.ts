/**
 * What an open vault offers about its slots: adding, replacing, naming and removing what opens it. Whoever adds,
 * replaces or removes shows again that they can open the vault; one change is done at a time.
 */
import { VaultError } from '../../../shared/errors.ts'
import type { KdfLevel } from '../crypto/kdf.ts'
import { parsePublicKey } from '../crypto/publicKeyText.ts'
import { newRecoveryCode, type RecoveryLanguage } from '../crypto/recoveryCode.ts'
import { Secret } from '../crypto/secret.ts'
import type { PwhashCost } from '../crypto/sodium.ts'
import { type Credential, isKeyFileKey, type SharesSecret } from './credential.ts'
import type { SessionState } from './sessionState.ts'
import { changeSlots, type NewSlot, type SlotChange } from './slotChange.ts'
import { raisedCost, raiseSteps, renameSteps } from './slotRewrite.ts'
import { openSlots } from './slots.ts'
import type { EntryWithSlot, SlotCalls, SlotInfo } from './types.ts'
import { notOpenedBy } from './unlock.ts'

export class SlotKeeper implements SlotCalls {
  readonly #state: SessionState
  readonly #refuse: (passphrase: Secret) => Promise<void>
  #last: Promise<unknown> = Promise.resolve()
  #open = true

  /** `refuse` throws for a passphrase that may not open the vault. */
  constructor(state: SessionState, refuse: (passphrase: Secret) => Promise<void>) {
    this.#state = state
    this.#refuse = refuse
  }

  slots(): readonly SlotInfo[] {
    const { directory, header, slot } = this.#state
    return directory.flatMap((record, index) => {
      if (!record) return []
      const { kind, createdAt, label } = record
      const cost = kind === 'keyFile' ? undefined : header.slots[index]?.cost
      return [{ index, kind, createdAt, label, cost, current: index === slot }]
    })
  }

  authorise(credential: Credential): Promise<void> {
    return this.#oneAtATime(async () => {
      await this.#authorise(credential)
    })
  }

  /** Whether a slot of the vault opens with it. Errors: those of `openSlots`. */
  async opens(credential: Credential): Promise<boolean> {
    const { sodium, header, policy } = this.#state
    const opened = await openSlots(sodium, header, credential, policy)
    opened?.rootKey.wipe()
    return opened !== undefined
  }

  changePassphrase(old: Credential, next: Secret, kdf?: KdfLevel): Promise<void> {
    return this.#oneAtATime(async () => {
      const used = await this.#authorise(old)
      await this.#refuse(next)
      const replaced = this.#passphraseToReplace(used)
      // A change that was cut off may have left a slot that was to take the same place.
      const pending = this.#state.directory.flatMap((record, index) =>
        record?.replaces === replaced && replaced !== undefined ? [index] : [],
      )
      const drop = replaced === undefined ? [] : [replaced, ...pending]
      const label = (replaced === undefined ? '' : this.#state.directory[replaced]?.label) ?? ''
      const cost = this.#cost(kdf, replaced)
      await this.#change({ add: { secret: next, cost, kind: 'passphrase', label }, drop })
    })
  }

  addPassphrase(
    authorisedBy: Credential,
    next: Secret,
    label: string,
    kdf?: KdfLevel,
  ): Promise<number> {
    return this.#add(authorisedBy, async () => {
      await this.#refuse(next)
      return { secret: next, cost: this.#cost(kdf), kind: 'passphrase', label }
    })
  }

  addKeyFile(authorisedBy: Credential, publicKey: string, label: string): Promise<number> {
    return this.#add(authorisedBy, () => ({
      secret: { publicKey: parsePublicKey(this.#state.sodium, publicKey) },
      // Not asked of anyone, but a slot without a usual cost would show what it is.
      cost: this.#cost(),
      kind: 'keyFile',
      label,
    }))
  }

  addShares(
    authorisedBy: Credential,
    secret: Secret,
    label: string,
    entry?: EntryWithSlot,
  ): Promise<number> {
    return this.#add(authorisedBy, () => ({
      secret: { kind: 'shares', secret },
      cost: this.#cost(),
      kind: 'shares',
      label,
      ...(entry ? { entry } : {}),
    }))
  }

  replaceRecoveryCode(authorisedBy: Credential, language?: RecoveryLanguage): Promise<string> {
    return this.#oneAtATime(async () => {
      await this.#authorise(authorisedBy)
      const code = newRecoveryCode(language)
      const secret = Secret.fromText(code)
      const drop = this.slots().flatMap(({ index, kind }) => (kind === 'recovery' ? [index] : []))
      try {
        const cost = this.#cost()
        await this.#change({ add: { secret, cost, kind: 'recovery', label: '' }, drop })
      } finally {
        secret.wipe()
      }
      return code
    })
  }

  renameSlot(index: number, label: string): Promise<void> {
    return this.#oneAtATime(async () => {
      this.#checkWritable()
      await this.#state.ledger.writable()
      for (const _step of renameSteps(this.#state, index, label)) {
        // Each step is durable before the next begins.
      }
    })
  }

  removeSlot(authorisedBy: Credential, index: number): Promise<void> {
    return this.#oneAtATime(async () => {
      await this.#authorise(authorisedBy)
      if (!this.#state.directory[index]) throw new VaultError('not_found')
      await this.#change({ drop: [index] })
    })
  }

  /**
   * Raises the cost of the slot that opened the session when the usual cost has risen since. Takes its own copy of
   * the credential, runs after the unlock has answered, and leaves everything as it was when it fails or the vault
   * is closed meanwhile: the next unlock tries again.
   */
  raiseCostLater(credential: Credential): void {
    const { header, slot, policy, ledger } = this.#state
    const now = header.slots[slot]?.cost
    if (ledger.readOnly || isKeyFileKey(credential) || !now) return
    const cost = raisedCost(now, policy)
    if (!cost) return
    const copy = copyOf(credential)
    this.#oneAtATime(async () => {
      // Another change may have come first and moved the slot.
      if (!this.#open || this.#state.header.slots[slot]?.cost !== now) return
      for await (const _step of raiseSteps(this.#state, slot, copy, cost)) if (!this.#open) return
    })
      .catch(() => {})
      .finally(() => (copy instanceof Secret ? copy : copy.secret).wipe())
  }

  /** Resolves when every change begun so far has ended, well or badly. */
  async settled(): Promise<void> {
    await this.#last
  }

  /** From now on nothing is begun, and what has not stored anything yet stores nothing. */
  close(): void {
    this.#open = false
  }

  #oneAtATime<Result>(work: () => Promise<Result>): Promise<Result> {
    const run = this.#last.then(work)
    this.#last = run.catch(() => {})
    return run
  }

  #add(authorisedBy: Credential, slot: () => NewSlot | Promise<NewSlot>): Promise<number> {
    return this.#oneAtATime(async () => {
      await this.#authorise(authorisedBy)
      return this.#change({ add: await slot(), drop: [] })
    })
  }

  /** The index of what was added; −1 when nothing was. */
  async #change(change: SlotChange): Promise<number> {
    const added = await changeSlots(this.#state, change)
    // The slot that opened the session may be gone; what took its place is as good.
    if (!this.#state.directory[this.#state.slot]) {
      this.#state.slot =
        added >= 0 ? added : this.#state.directory.findIndex((record) => record !== undefined)
    }
    return added
  }

  #checkWritable(): void {
    if (this.#state.ledger.readOnly) throw new VaultError('read_only')
  }

  /** The slot that a credential opens. Errors: `read_only`, `wrong_passphrase` and its like. */
  async #authorise(credential: Credential): Promise<number> {
    const { sodium, header, policy } = this.#state
    this.#checkWritable()
    const opened = await openSlots(sodium, header, credential, policy)
    if (!opened) throw notOpenedBy(credential)
    opened.rootKey.wipe()
    return opened.index
  }

  /** The slot itself, or with anything else the only passphrase there is. */
  #passphraseToReplace(used: number): number | undefined {
    if (this.#state.directory[used]?.kind === 'passphrase') return used
    const passphrases = this.slots().filter(({ kind }) => kind === 'passphrase')
    return passphrases.length === 1 ? passphrases[0]?.index : undefined
  }

  /** The level asked for, else what the replaced slot had, else the usual; never below the usual. */
  #cost(level?: KdfLevel, replaced?: number): PwhashCost {
    const { policy, header } = this.#state
    const kept = replaced === undefined ? undefined : header.slots[replaced]?.cost
    const cost = level ? policy.levels[level] : (kept ?? policy.levels.moderate)
    return raisedCost(cost, policy) ?? cost
  }
}

const copyOf = (credential: Secret | SharesSecret): Secret | SharesSecret =>
  credential instanceof Secret
    ? Secret.fromBytes(credential.bytes)
    : { kind: 'shares', secret: Secret.fromBytes(credential.secret.bytes) }
