/** Files to attach: they lie outside the vault's folder, in the folder that the test removes. */
import { randomBytes } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

export function writeTestFile(vaultFolder: string, content: string | Uint8Array): string {
  const path = join(dirname(vaultFolder), `file-${randomBytes(6).toString('hex')}`)
  writeFileSync(path, content)
  return path
}
