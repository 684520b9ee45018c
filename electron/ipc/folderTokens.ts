/**
 * Names for folders that a person chose in main's dialogs. A renderer holds only the token, so it cannot make the
 * program open, write or even look at a path of its own choosing. Tokens die with the process.
 */
import { randomBytes } from 'node:crypto'
import { basename } from 'node:path'
import { VaultError } from '../../shared/errors.ts'

export interface NamedFolder {
  readonly token: string
  /** The last part of the path. */
  readonly name: string
}

export const VAULT_SUFFIX = '.emanet'

export class FolderTokens {
  readonly #folders = new Map<string, string>()

  issue(folder: string): NamedFolder {
    const token = randomBytes(16).toString('hex')
    this.#folders.set(token, folder)
    return { token, name: basename(folder) }
  }

  /** Errors: `bad_input` for a token that was never issued. */
  resolve(token: string): string {
    const folder = this.#folders.get(token)
    if (folder === undefined) throw new VaultError('bad_input')
    return folder
  }
}
