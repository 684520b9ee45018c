import { describe, expect, it } from 'vitest'
import { type Intake, Uploads } from '../../electron/ipc/uploads.ts'
import type { EvidenceFile } from '../../shared/contract/records.ts'
import { VaultError } from '../../shared/errors.ts'

const FILE = { name: 'a' } as EvidenceFile

function intakeOf(overrides: Partial<Intake> = {}) {
  const said: string[] = []
  const intake: Intake = {
    write: async (bytes) => void said.push(`write ${bytes.byteLength}`),
    finish: async () => {
      said.push('finish')
      return FILE
    },
    abort: async () => void said.push('abort'),
    ...overrides,
  }
  return { intake, said }
}
const bytes = (length: number) => new Uint8Array(length)

describe('an upload', () => {
  it('passes its chunks on in order and brings the file', async () => {
    const { intake, said } = intakeOf()
    const uploads = new Uploads()
    const job = uploads.begin(intake, 5)
    await uploads.write(job, bytes(3))
    await uploads.write(job, bytes(2))
    expect(uploads.running).toBe(1)
    expect(await uploads.end(job, true)).toBe(FILE)
    expect(said).toEqual(['write 3', 'write 2', 'finish'])
    expect(uploads.running).toBe(0)
  })

  it.each([
    [4, 'file_changed_while_read'],
    [5, undefined],
    [6, 'file_changed_while_read'],
  ])('of 5 bytes that sends %i ends with %s', async (length, code) => {
    const { intake, said } = intakeOf()
    const uploads = new Uploads()
    const job = uploads.begin(intake, 5)
    const sent = uploads.write(job, bytes(length)).then(() => uploads.end(job, true))
    if (code === undefined) await expect(sent).resolves.toBe(FILE)
    else await expect(sent).rejects.toMatchObject({ code })
    expect(said.at(-1)).toBe(code === undefined ? 'finish' : 'abort')
    expect(uploads.running).toBe(0)
  })

  it('is given up when the page says so, when it is cancelled and when its intake fails', async () => {
    const uploads = new Uploads()
    const given = intakeOf()
    expect(await uploads.end(uploads.begin(given.intake, 1), false)).toBeNull()
    const cancelled = intakeOf()
    const job = uploads.begin(cancelled.intake, 1)
    expect(uploads.cancel(job)).toBe(true)
    expect(uploads.cancel(job)).toBe(false)
    const failing = intakeOf({ write: () => Promise.reject(new VaultError('disk_full')) })
    await expect(uploads.write(uploads.begin(failing.intake, 9), bytes(1))).rejects.toMatchObject({
      code: 'disk_full',
    })
    for (const { said } of [given, cancelled, failing]) expect(said).toEqual(['abort'])
    expect(uploads.running).toBe(0)
  })

  it('that nobody began takes nothing', async () => {
    const uploads = new Uploads()
    const missing = { code: 'not_found' }
    await expect(uploads.write('0'.repeat(16), bytes(1))).rejects.toMatchObject(missing)
    await expect(uploads.end('0'.repeat(16), true)).rejects.toMatchObject(missing)
  })

  it('ends with all others when the program does', async () => {
    const uploads = new Uploads()
    const both = [intakeOf(), intakeOf()]
    for (const { intake } of both) uploads.begin(intake, 1)
    await uploads.cancelAll()
    expect(both.map(({ said }) => said)).toEqual([['abort'], ['abort']])
  })
})
