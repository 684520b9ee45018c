/** Key pages and compartments are stored twice, in one transaction, whatever changes them. */
import { expect, it } from 'vitest'
import { VaultDb } from '../../../electron/vault/db/vaultDb.ts'
import { vaultPaths } from '../../../electron/vault/folder/layout.ts'
import { make, NATIVE, recordId } from '../../support/coreVault.ts'

function stored(folder: string) {
  const db = VaultDb.open(vaultPaths(folder).database, 'read')
  try {
    return {
      first: { keyPages: db.keyPages(), compartments: db.compartments() },
      second: db.keyCopies(),
    }
  } finally {
    db.close()
  }
}

it('holds the same rows twice after a vault is made, grows by a page, and forgets a key', async () => {
  const { vault, folder } = await make(NATIVE)
  const made = stored(folder)
  expect(made.second).toEqual(made.first)
  expect(made.first.compartments).toHaveLength(1)

  for (let n = 1; n <= 65; n += 1) {
    vault.ledger.append([{ op: 'record.set', record: recordId(n), body: { n } }])
  }
  const grown = stored(folder)
  expect(grown.second).toEqual(grown.first)
  expect(grown.first.keyPages).toHaveLength(made.first.keyPages.length + 1)

  vault.ledger.erase(recordId(1))
  const erased = stored(folder)
  expect(erased.second).toEqual(erased.first)
  expect(erased.second).not.toEqual(grown.second)
})
