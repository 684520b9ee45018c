/**
 * What the workspace asked to be done with the keys, until the unlock view has done it or was closed. The page that
 * takes the passphrase learns the task from here and not from the workspace's page.
 */
import type { KeyTask } from '../../shared/contract/keys.ts'

export class KeyDesk {
  #task: KeyTask | undefined

  get task(): KeyTask | undefined {
    return this.#task
  }

  begin(task: KeyTask): void {
    this.#task = task
  }

  /** True when something was waiting to be done. */
  clear(): boolean {
    const had = this.#task !== undefined
    this.#task = undefined
    return had
  }
}
