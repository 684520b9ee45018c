/**
 * The lock state of the program and what is open in it. The states go one way: locked → opening → unlocked →
 * ending, with a way back only from opening, when it failed. There is no way from unlocked to locked: the process
 * ends instead (electron/main/ending.ts).
 */
import type { LockState } from '../../shared/contract/define.ts'
import { VaultError } from '../../shared/errors.ts'
import type { OpenKind } from '../../shared/model/model.ts'
import { Secret } from '../vault/crypto/secret.ts'
import type { Workspace } from '../vault/workspace.ts'

type Phase =
  | { readonly name: 'locked' }
  | { readonly name: 'opening' }
  | { readonly name: 'unlocked'; readonly workspace: Workspace }
  | { readonly name: 'ending' }

export class AppSession {
  #phase: Phase = { name: 'locked' }
  /** Kept when the end begins while the vault is still open. */
  #leaving: Workspace | undefined
  #recoveryCode: Secret | undefined
  readonly #onChange: () => void

  /** `onChange` is called when the vault has been opened. */
  constructor(onChange: () => void = () => {}) {
    this.#onChange = onChange
  }

  /** `undefined` in between, while no call that needs a state may pass. */
  get lockState(): LockState | undefined {
    const { name } = this.#phase
    return name === 'locked' || name === 'unlocked' ? name : undefined
  }

  /** Errors: `wrong_lock_state` when no vault is open. */
  get workspace(): Workspace {
    if (this.#phase.name !== 'unlocked') throw new VaultError('wrong_lock_state')
    return this.#phase.workspace
  }

  /**
   * The open workspace, once what is asked of it can be answered without a long wait in the middle (`prepared` of
   * the workspace). Errors: `wrong_lock_state`, also when it was locked meanwhile.
   */
  async prepared(what: OpenKind | 'all' = 'all'): Promise<Workspace> {
    await this.workspace.prepared(what)
    return this.workspace
  }

  /** The same for a change, which waits too while a list is written into the vault (`writable` of the workspace). */
  async writable(): Promise<Workspace> {
    await this.workspace.writable()
    return this.workspace
  }

  /**
   * Opens what `make` brings. Two at a time are refused (`wrong_lock_state`), and what comes out after the end
   * has begun is closed at once (`cancelled`).
   */
  async open(make: () => Promise<Workspace>): Promise<Workspace> {
    if (this.#phase.name !== 'locked') throw new VaultError('wrong_lock_state')
    this.#phase = { name: 'opening' }
    let workspace: Workspace
    try {
      workspace = await make()
    } catch (error) {
      if (this.#phase.name === 'opening') this.#phase = { name: 'locked' }
      throw error
    }
    if (this.#phase.name !== 'opening') {
      workspace.close()
      throw new VaultError('cancelled')
    }
    this.#phase = { name: 'unlocked', workspace }
    this.#onChange()
    return workspace
  }

  /** The code of the vault just made, until it is on paper or the unlock view ends. */
  holdRecoveryCode(code: string): void {
    this.#recoveryCode?.wipe()
    this.#recoveryCode = Secret.fromText(code)
  }

  get recoveryCode(): Secret | undefined {
    return this.#recoveryCode
  }

  forgetRecoveryCode(): void {
    this.#recoveryCode?.wipe()
    this.#recoveryCode = undefined
  }

  /** No call that needs a state passes from here on; the vault stays open for jobs that are stopping. */
  beginEnd(): void {
    if (this.#phase.name === 'unlocked') this.#leaving = this.#phase.workspace
    this.#phase = { name: 'ending' }
  }

  /** Wipes the keys and frees the folder. Safe to call twice. */
  end(): void {
    this.beginEnd()
    this.forgetRecoveryCode()
    const workspace = this.#leaving
    this.#leaving = undefined
    workspace?.close()
  }
}
