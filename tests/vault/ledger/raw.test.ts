/** Without a key: everything can be copied and written back, and every change of a stored byte is noticed. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  createChainChecker,
  openRawVault,
  type RawRow,
  type RawVaultState,
  writeRawVault,
} from '../../../electron/vault/ledger/raw.ts'
import {
  eachBuild,
  eachPair,
  failureCode,
  flipByte,
  make,
  makeFilled,
  NATIVE,
  readAll,
  recordId,
  reopen,
  tamper,
  tempFolder,
} from '../../support/coreVault.ts'

const ENTRIES = 10
const LAST = 2 + ENTRIES

function copyOf(folder: string, sodium = NATIVE): { state: RawVaultState; rows: RawRow[] } {
  const raw = openRawVault(folder, sodium)
  const rows = [...raw.rows(1, 3)].flat()
  raw.close()
  return { state: raw.state, rows }
}

const checked = (sodium: typeof NATIVE, state: RawVaultState, rows: readonly RawRow[]) => {
  const checker = createChainChecker(sodium, state.vaultId)
  for (const row of rows) checker.add(row)
  return checker.finish(state)
}

eachPair('a vault copied without a key', ({ writer, reader }) => {
  it('opens with the same passphrase and says the same', async () => {
    const { vault, folder } = await make(writer)
    vault.ledger.append([{ op: 'record.set', record: recordId(1), body: { n: 1 } }])
    vault.ledger.append([
      { op: 'record.set', record: recordId(2), compartment: 1, body: { identity: 'x' } },
    ])
    vault.ledger.erase(recordId(1))
    vault.close()
    const { state, rows } = copyOf(folder, reader)
    expect(checked(reader, state, rows)).toEqual([])
    const restored = join(tempFolder(), 'Restored.emanet')
    writeRawVault(restored, state, [rows])
    expect(readdirSync(restored).sort()).toEqual(['header', 'objects', 'vault.db'])
    const [one, two] = [await reopen(folder, reader), await reopen(restored, reader)]
    expect(two.notices).toEqual([])
    expect(two.vaultId).toBe(one.vaultId)
    expect((await readAll(two)).slice(0, -1)).toEqual((await readAll(one)).slice(0, -1))
    expect((await two.ledger.verify({ signatures: true })).ok).toBe(true)
  })
})

eachBuild('the chain over the ciphertext', (sodium) => {
  it('holds for what was written, and names what was changed', async () => {
    const { state, rows } = copyOf(await makeFilled(NATIVE, ENTRIES))
    expect(checked(sodium, state, rows)).toEqual([])
    for (const field of ['prev', 'nonce', 'box'] as const) {
      for (const row of rows) {
        const harmed = rows.with(row.seq - 1, { ...row, [field]: flipByte(row[field], 0) })
        expect(checked(sodium, state, harmed)).toEqual([
          { what: 'entry', code: 'ledger_damaged', seq: row.seq },
        ])
      }
    }
  })

  it('names missing, repeated, exchanged and further entries, and a cut tail', async () => {
    const { state, rows } = copyOf(await makeFilled(NATIVE, ENTRIES))
    const at = (seq: number) => rows[seq - 1] as RawRow
    const without = (...seqs: number[]) => rows.filter(({ seq }) => !seqs.includes(seq))
    const damage = (harmed: readonly RawRow[]) => checked(sodium, state, harmed)
    expect(damage(without(5))).toEqual([{ what: 'entry', code: 'ledger_missing_entry', seq: 5 }])
    expect(damage(without(1, 2))).toEqual([
      { what: 'entry', code: 'ledger_missing_entry', seq: 1, count: 2 },
    ])
    expect(damage(without(LAST - 1, LAST))).toEqual([
      { what: 'entry', code: 'ledger_truncated', seq: LAST - 1, count: 2 },
    ])
    expect(damage([])).toEqual([{ what: 'entry', code: 'ledger_truncated', seq: 1, count: LAST }])
    expect(damage([...rows, { ...at(LAST), seq: LAST + 1 }])).toContainEqual({
      what: 'entry',
      code: 'ledger_reordered',
      seq: LAST + 1,
    })
    expect(damage([...rows.slice(0, 6), at(6), ...rows.slice(6)])).toEqual([
      { what: 'entry', code: 'ledger_reordered', seq: 6 },
    ])
    const exchanged = rows.with(5, { ...at(7), seq: 6 }).with(6, { ...at(6), seq: 7 })
    expect(damage(exchanged)).toEqual([{ what: 'entry', code: 'ledger_damaged', seq: 6, count: 2 }])
  })

  it('does not hold for another vault', async () => {
    const { state, rows } = copyOf(await makeFilled(NATIVE, 2))
    const other = copyOf(await makeFilled(NATIVE, 2))
    expect(checked(sodium, { ...other.state, vaultId: state.vaultId }, rows)).not.toEqual([])
    const checker = createChainChecker(sodium, other.state.vaultId)
    for (const row of rows) checker.add(row)
    expect(checker.finish(other.state)).not.toEqual([])
  })

  it('notices other key pages than the head names', async () => {
    const { state, rows } = copyOf(await makeFilled(NATIVE, 2))
    const keys = { what: 'keys', code: 'keys_damaged' }
    const [page] = state.keyPages
    const [compartment] = state.compartments
    if (!page || !compartment) expect.fail('there is a page and a compartment')
    const forms: Partial<RawVaultState>[] = [
      { keyPages: state.keyPages.slice(1) },
      { keyPages: [...state.keyPages, { ...page, page: 1 }] },
      { keyPages: state.keyPages.with(0, { ...page, box: flipByte(page.box, 0) }) },
      { compartments: [] },
      { compartments: [{ ...compartment, nonce: flipByte(compartment.nonce, 0) }] },
    ]
    for (const form of forms) {
      expect(checked(sodium, { ...state, ...form }, rows)).toEqual([keys])
    }
  })
})

describe('reading without a key', () => {
  it('keeps one moment while another writes', async () => {
    const { vault, folder } = await make(NATIVE)
    const raw = openRawVault(folder, NATIVE)
    vault.ledger.append([{ op: 'record.set', record: recordId(1), body: {} }])
    expect(raw.state.head.seq).toBe(2)
    expect([...raw.rows(1)].flat()).toHaveLength(2)
    expect(checked(NATIVE, raw.state, [...raw.rows(1)].flat())).toEqual([])
    raw.close()
    const later = copyOf(folder)
    expect(checked(NATIVE, later.state, later.rows)).toEqual([])
    expect(later.rows).toHaveLength(3)
    vault.ledger.append([{ op: 'note.add', body: 1 }])
  })

  it('gives the suffix that is asked for', async () => {
    const raw = openRawVault(await makeFilled(NATIVE, ENTRIES), NATIVE)
    for (const from of [1, 2, LAST, LAST + 1]) {
      const seqs = [...raw.rows(from, 4)].flat().map(({ seq }) => seq)
      expect(seqs).toEqual(Array.from({ length: LAST + 1 - from }, (_, n) => from + n))
    }
    raw.close()
  })

  it('says what is not a vault or has no whole header', async () => {
    const empty = tempFolder()
    expect(await failureCode(() => openRawVault(empty, NATIVE))).toBe('not_a_vault')
    const folder = await makeFilled(NATIVE, 1)
    const header = readFileSync(join(folder, 'header'))
    tamper(folder, (db) => db.exec("UPDATE header SET bytes = x'00'"))
    const fromCopy = openRawVault(folder, NATIVE)
    expect(fromCopy.state.header.equals(header)).toBe(true)
    fromCopy.close()
    writeFileSync(join(folder, 'header'), flipByte(header, 30))
    expect(await failureCode(() => openRawVault(folder, NATIVE))).toBe('header_damaged')
  })

  it('writes into an absent or empty folder only, and leaves nothing when the rows fail', async () => {
    const folder = await makeFilled(NATIVE, 1)
    const { state, rows } = copyOf(folder)
    expect(await failureCode(() => writeRawVault(folder, state, [rows]))).toBe('vault_exists')
    const parent = tempFolder()
    function* failing() {
      yield rows
      throw new Error('the stick was pulled out')
    }
    expect(() => writeRawVault(join(parent, 'V.emanet'), state, failing())).toThrow('pulled out')
    expect(readdirSync(parent)).toEqual([])
  })
})
