/** 300 cases of the flip test; `node tests/faults/flip.ts 10000` runs the long form. */
import { expect, it } from 'vitest'
import { hitEntries, runFlips } from './flip.ts'

const CASES = 300

it('notices any damage, names what is affected, and loses nothing else', {
  timeout: 600_000,
}, async () => {
  const { failures, noticed, unaffected } = await runFlips({
    cases: CASES,
    seed: 'always the same',
  })
  expect(failures).toEqual([])
  expect(noticed + unaffected).toBe(CASES)
  // Most bytes matter; were it otherwise, nothing would have been tested.
  expect(noticed).toBeGreaterThan(CASES / 2)
})

it('judges that an entry is hit from the first to the last byte of its row, and nowhere else', () => {
  const [prev, nonce, box] = [Buffer.alloc(32, 1), Buffer.alloc(24, 2), Buffer.alloc(272, 3)]
  const row = { seq: 9, prev, nonce, box }
  const around = Buffer.alloc(50, 0xff)
  const number = Buffer.from([9, 0, 0, 0, 0, 0, 0, 0])
  const length = Buffer.from([16, 1, 0, 0])
  const segment = Buffer.concat([around, number, prev, nonce, length, box, around])
  const end = segment.length - around.length
  const subject = { files: new Map([['a.seg', segment]]), rows: [row] }
  const hit = (from: number, to: number) =>
    hitEntries(subject, { file: 'a.seg', from, to }).has(row.seq)
  expect([hit(0, 50), hit(50, 51), hit(0, 51)]).toEqual([false, true, true])
  expect([hit(end - 1, end), hit(end, end + 9)]).toEqual([true, false])
})
