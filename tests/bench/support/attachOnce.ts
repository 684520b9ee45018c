/**
 * A program of its own, so that its peak memory is one attach's and nobody else's: `attachOnce.ts FOLDER
 * SOURCE BUILD` stores SOURCE once and prints `{"ms","cpuMs","peakMemoryMB"}`. The time is that of
 * `put`, with everything up to the durable name. Its threads were started before, as they are while somebody
 * chooses a file in the dialog.
 */
import { loadSodium } from '../../../electron/vault/crypto/loadSodium.ts'
import type { SodiumBuild } from '../../../electron/vault/crypto/sodium.ts'
import { ObjectStore } from '../../../electron/vault/objects/store.ts'
import { peakMemoryMB } from './peakMemory.ts'

const [folder = '', source = '', build = 'native'] = process.argv.slice(2)
const sodium = await loadSodium(build as SodiumBuild)
const store = new ObjectStore({ folder, vaultId: Buffer.alloc(16), sodium })

await store.prepare()
const before = process.cpuUsage()
const start = performance.now()
const { objectId } = await store.put(source, { onProgress: () => {} })
const ms = performance.now() - start
const { user, system } = process.cpuUsage(before)

const peak = peakMemoryMB()
await store.remove(objectId)
await store.close()
process.stdout.write(JSON.stringify({ ms, cpuMs: (user + system) / 1000, peakMemoryMB: peak }))
