/**
 * This machine's device secret: 32 random bytes outside any vault, from which its signing key in each vault
 * derives. It says nothing about any vault and opens none.
 */
import { randomBytes } from 'node:crypto'
import { homedir } from 'node:os'
import { isAbsolute, join } from 'node:path'
import { env } from 'node:process'
import { Secret } from '../vault/crypto/secret.ts'
import { makeFolder, readFileIfThere, writeFileDurably } from '../vault/folder/durable.ts'
import { LEAVING_FOLDER } from '../vault/machine/leavingFiles.ts'
import { HEADS_FOLDER } from '../vault/machine/seenHead.ts'

const SECRET_BYTES = 32

/** As the XDG specification says, a variable that is empty, or no absolute path, counts as not set. */
function stateFolder(): string {
  const { XDG_STATE_HOME: said = '' } = env
  return join(isAbsolute(said) ? said : join(homedir(), '.local', 'state'), 'emanet')
}

/** Where this machine remembers how far it saw each vault. */
export const headsFolder = (): string => join(stateFolder(), HEADS_FOLDER)

/** Where this machine notes which files in the clear are being written. */
export const leavingFolder = (): string => join(stateFolder(), LEAVING_FOLDER)

/** Made on first use, readable by this user only. */
export function deviceSecret(folder: string = stateFolder()): Secret {
  const path = join(folder, 'device')
  const found = readFileIfThere(path)
  if (found?.length === SECRET_BYTES) return Secret.fromBytes(found)
  const fresh = randomBytes(SECRET_BYTES)
  makeFolder(folder)
  writeFileDurably(path, fresh)
  return Secret.fromBytes(fresh)
}
