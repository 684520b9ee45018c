/**
 * `attachObjects.ts SOURCE FOLDER` stores SOURCE into the vault folder FOLDER, a small file before and after it,
 * and prints the outcomes and what is left, for tests that need a disk or an end of their own.
 */
import { writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { loadSodium } from '../../../electron/vault/crypto/loadSodium.ts'
import { ObjectStore } from '../../../electron/vault/objects/store.ts'
import { isVaultError } from '../../../shared/errors.ts'

const [source = '', folder = ''] = process.argv.slice(2)
const sodium = await loadSodium()
const store = new ObjectStore({ folder, vaultId: Buffer.alloc(16), sodium })

async function attach(path: string): Promise<string> {
  try {
    return (await store.put(path)).objectId
  } catch (error) {
    return isVaultError(error) ? error.code : String(error)
  }
}

const small = join(dirname(source), 'small')
writeFileSync(small, 'small')
const before = await attach(small)
const outcome = await attach(source)
const after = await attach(small)
const files: string[] = []
for await (const { objectId } of store.list()) files.push(objectId)
const { temporaries } = await store.sweepOrphans(new Set(files))
process.stdout.write(JSON.stringify({ before, outcome, after, files, temporaries }))
await store.close()
