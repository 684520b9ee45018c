/** The golden vault of each format version: made once, never again, and opened by every later program. */
import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import type { OpenedEntry } from '../../../electron/vault/ledger/types.ts'
import { eachBuild, readAll, recordId, reopen, tempFolder } from '../../support/coreVault.ts'

const V1 = fileURLToPath(new URL('../../vectors/vaults/v1-core.emanet', import.meta.url))
const RECOVERY_CODE =
  'arrive battle lake nominee universe miss evil mercy lemon simple face federal'

eachBuild('the golden vault of format 1', (sodium) => {
  it.each(['золотий взірець 1', RECOVERY_CODE])(
    'opens with “%s” and says what it said',
    async (passphrase) => {
      const folder = join(tempFolder(), 'V1.emanet')
      cpSync(V1, folder, { recursive: true })
      const vault = await reopen(folder, sodium, { passphrase })
      expect(vault.notices).toEqual(['older_format'])
      expect([vault.readOnly, vault.formatVersion]).toEqual([true, 1])
      const entries = (await readAll(vault)) as OpenedEntry[]
      const said = entries
        .slice(2, 8)
        .map((entry) => [entry.op, entry.record, entry.state === 'open' ? entry.body : entry.state])
      expect(said).toEqual([
        ['record.set', recordId(1), { name: 'Ґалаґан Їжакевич' }],
        ['record.set', recordId(2), { identity: 'вигадана особа' }],
        ['record.set', recordId(3), 'erased'],
        ['backup.made', undefined, { copied: 3 }],
        ['record.erase', recordId(3), {}],
        ['record.set', recordId(1), { name: 'Galagan', more: 'x'.repeat(5000) }],
      ])
      expect((await vault.ledger.verify({ signatures: true })).ok).toBe(true)
    },
  )
})
