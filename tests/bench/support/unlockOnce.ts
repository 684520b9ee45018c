/**
 * One unlock in a process of its own, because that is how one happens: nothing is compiled or warm yet. Prints
 * milliseconds as JSON. Usage: node unlockOnce.ts VAULT QUERY
 */
import process from 'node:process'
import { loadSodium } from '../../../electron/vault/crypto/loadSodium.ts'
import { openWorkspace } from '../../../electron/vault/workspace.ts'
import { openTestVault } from '../../support/testVault.ts'
import type { UnlockTimes } from '../unlock.ts'

const [folder = '', query = ''] = process.argv.slice(2)
const sodium = await loadSodium()

const start = performance.now()
// The weak key derivation of the tests: what is left of it is a fraction of a millisecond.
const vault = await openTestVault(folder, sodium)
const opened = performance.now()
const workspace = await openWorkspace(vault)
const built = performance.now()
const page = workspace.records.list({ kind: 'person', query: '', filter: {}, offset: 0, limit: 50 })
const listed = performance.now()
const hits = workspace.search.query(query, 10)
const searched = performance.now()
if (page.rows.length === 0 || hits.length === 0)
  throw new Error('the vault is not the one expected')

const times: UnlockTimes = {
  open: opened - start,
  workspace: built - opened,
  firstPage: listed - built,
  firstSearch: searched - listed,
}
process.stdout.write(JSON.stringify(times))
workspace.close()
