/**
 * One unlock in a process of its own, because that is how one happens: nothing is compiled or warm yet. Prints
 * milliseconds and megabytes as JSON. Bundled (bundled.ts): `unlockOnce.js VAULT QUERY`
 */
import process from 'node:process'
import { loadSodium } from '../../../electron/vault/crypto/loadSodium.ts'
import { openWorkspace } from '../../../electron/vault/workspace.ts'
import { watchEventLoop } from '../../support/eventLoop.ts'
import { openTestVault } from '../../support/testVault.ts'
import type { UnlockTimes } from '../unlock.ts'
import { peakMemoryMB } from './peakMemory.ts'

const [folder = '', query = ''] = process.argv.slice(2)
const sodium = await loadSodium()
const loop = watchEventLoop()
await loop.longest()
loop.reset()

const start = performance.now()
const busy = process.threadCpuUsage()
// The weak key derivation of the tests: what is left of it is a fraction of a millisecond.
const vault = await openTestVault(folder, sodium)
const opened = performance.now()
const workspace = await openWorkspace(vault)
const built = performance.now()
// As the program does it, with turns for others.
const every = { kind: 'person', query: '', filter: {}, offset: 0, limit: 50 } as const
const page = await workspace.records.listInSlices(every)
const listed = performance.now()
const { user, system } = process.threadCpuUsage(busy)
await workspace.prepared('all')
const { hits } = await workspace.search.askInSlices({ query, limit: 10 })
const searched = performance.now()
if (page.rows.length === 0 || hits.length === 0)
  throw new Error('the vault is not the one expected')
const longestBlock = await loop.longest()

const times: UnlockTimes = {
  open: opened - start,
  workspace: built - opened,
  firstPage: listed - built,
  firstSearch: searched - listed,
  busyToList: (user + system) / 1000,
  longestBlock,
  memoryMB: process.memoryUsage().rss / 2 ** 20,
  peakMemoryMB: peakMemoryMB(),
  fromSnapshot: workspace.knownFromSnapshot > 0,
}
process.stdout.write(JSON.stringify(times))
workspace.close()
