// Drafts outside the vault: kept until they are dropped, sealed, and never in the way of opening or ending.
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { loadSodium } from '../../../electron/vault/crypto/loadSodium.ts'
import type { SodiumBuild } from '../../../electron/vault/crypto/sodium.ts'
import { DraftBook, MAX_DRAFT_BYTES, MAX_DRAFTS } from '../../../electron/vault/drafts/draftBook.ts'
import type { OpenVault } from '../../../electron/vault/session/types.ts'
import type { RecordId } from '../../../shared/ids.ts'
import type { FormDraft } from '../../../shared/model/draft.ts'
import { makeTestVault, openTestVault, removeFolder, tempFolder } from '../../support/testVault.ts'

const CANARY = 'Недописаний рядок'
let work: string
let folder: string
let vault: OpenVault

beforeEach(async () => {
  work = tempFolder()
  folder = path.join(work, 'drafts')
  vault = (await makeTestVault(path.join(work, 'A.emanet'), await loadSodium())).vault
})
afterEach(() => {
  vault.close()
  removeFolder(work)
})

const book = (of: OpenVault = vault, now?: () => number) =>
  new DraftBook({ vault: of, folder, ...(now ? { now } : {}) })

function draft(n: number, changes: Partial<FormDraft> = {}): FormDraft {
  return {
    id: n.toString(16).padStart(32, '0'),
    kind: 'person',
    record: null,
    about: null,
    defaults: { source: null, grade: 'F6', asOf: '' },
    entries: [{ key: 'entry-0', field: 'names', raw: { text: CANARY }, own: {}, corrects: null }],
    retract: [],
    prefer: {},
    ...changes,
  }
}
const files = () => (existsSync(folder) ? readdirSync(folder) : [])
const only = () => path.join(folder, files()[0] ?? 'none')
const idsOf = (of: DraftBook) => of.offered.map(({ draft: { id } }) => Number.parseInt(id, 16))

describe('a draft', () => {
  it('is offered by the next session, newest first, and taken as it was', async () => {
    let time = 1_000
    const first = book(vault, () => time)
    await first.keep(draft(1))
    time = 3_000
    await first.keep(draft(2))
    time = 2_000
    await first.keep(draft(3))
    first.finish()
    const next = book()
    expect(next.offered.map(({ at }) => at)).toEqual([3_000, 2_000, 1_000])
    expect(idsOf(next)).toEqual([2, 3, 1])
    expect(next.take(draft(3).id)).toEqual(draft(3))
    expect(next.lost).toBe(false)
  })

  it('of a form that is open now is not offered', async () => {
    const own = book()
    await own.keep(draft(1))
    expect(own.offered).toEqual([])
  })

  it('is on the disk when it is acknowledged, without any end', async () => {
    await book().keep(draft(1))
    expect(idsOf(book())).toEqual([1])
  })

  it('that was never acknowledged is written by the end', () => {
    const ending = book()
    void ending.keep(draft(1))
    ending.finish()
    expect(idsOf(book())).toEqual([1])
  })

  it('changed while another is written is the one that stays', async () => {
    const busy = book()
    const entries = (raw: string) => [{ ...draft(1).entries[0], raw }] as FormDraft['entries']
    const all = ['a', 'b', 'c'].map((text) => busy.keep(draft(1, { entries: entries(text) })))
    await Promise.all(all)
    expect(book().take(draft(1).id).entries[0]?.raw).toBe('c')
    void busy.keep(draft(1, { entries: entries('d') }))
    busy.finish()
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(book().take(draft(1).id).entries[0]?.raw).toBe('d')
    expect(files()).toHaveLength(1)
  })

  it('that was saved or discarded is gone, and with the last one the file', async () => {
    const open = book()
    await open.keep(draft(1))
    await open.keep(draft(2))
    await open.drop(draft(1).id)
    expect(idsOf(book())).toEqual([2])
    await open.drop(draft(2).id)
    expect(files()).toEqual([])
    await open.drop(draft(2).id)
    expect(() => open.take(draft(2).id)).toThrow('not_found')
  })

  it('about an erased record goes with it', async () => {
    const open = book()
    const record = 'ab'.repeat(16) as RecordId
    await open.keep(draft(1, { record }))
    await open.keep(draft(2))
    await open.dropAbout(record)
    expect(idsOf(book())).toEqual([2])
  })

  it('gives way to newer ones when there are too many', async () => {
    const open = book()
    for (let n = 1; n <= MAX_DRAFTS; n += 1) await open.keep(draft(n))
    expect(idsOf(book())).toHaveLength(MAX_DRAFTS)
    // The first one was touched again, so the second is the oldest.
    await open.keep(draft(1))
    await open.keep(draft(MAX_DRAFTS + 1))
    expect(idsOf(book())).toHaveLength(MAX_DRAFTS)
    expect(idsOf(book())).not.toContain(2)
    expect(idsOf(book())).toContain(1)
  })

  it('up to its limit is kept, and one byte more is refused with the one before still there', async () => {
    const open = book()
    const sized = (bytes: number): FormDraft => {
      const empty = draft(1, {
        entries: [{ ...draft(1).entries[0], raw: '' }] as FormDraft['entries'],
      })
      const raw = 'x'.repeat(bytes - JSON.stringify(empty).length)
      return { ...empty, entries: [{ ...empty.entries[0], raw }] as FormDraft['entries'] }
    }
    await open.keep(draft(1))
    await expect(open.keep(sized(MAX_DRAFT_BYTES + 1))).rejects.toMatchObject({ code: 'too_large' })
    expect(book().take(draft(1).id)).toEqual(draft(1))
  })
})

describe('the file of drafts', () => {
  it('shows neither what was typed nor whose it is, and is for this user alone', async () => {
    await book().keep(draft(1))
    const bytes = readFileSync(only())
    for (const encoding of ['utf8', 'utf16le'] as const) {
      expect(bytes.includes(Buffer.from(CANARY, encoding))).toBe(false)
      expect(bytes.includes(Buffer.from('entry-0', encoding))).toBe(false)
    }
    expect(files()[0]).toMatch(/^[0-9a-f]{32}$/)
    expect(files()[0]).not.toBe(vault.vaultId)
    expect(statSync(only()).mode & 0o777).toBe(0o600)
    expect(statSync(folder).mode & 0o777).toBe(0o700)
  })

  it('has the same size for little and for nothing', async () => {
    const open = book()
    await open.keep(draft(1, { entries: [] }))
    const { size } = statSync(only())
    await open.keep(draft(1))
    expect(statSync(only()).size).toBe(size)
    expect(size).toBeGreaterThan(16_384)
  })

  it('is not found by, and does not open for, another vault', async () => {
    await book().keep(draft(1))
    const made = await makeTestVault(path.join(work, 'B.emanet'), vault.sodium)
    const own = only()
    const other = book(made.vault)
    expect(other.offered).toEqual([])
    await other.keep(draft(2))
    const [theirs = ''] = files().filter((name) => path.join(folder, name) !== own)
    writeFileSync(path.join(folder, theirs), readFileSync(own))
    expect(book(made.vault)).toMatchObject({ offered: [], lost: true })
    expect(idsOf(book())).toEqual([1])
    made.vault.close()
  })

  it.each(['native', 'wasm'] as const)(
    'written with %s opens with the other build',
    async (build) => {
      const other: SodiumBuild = build === 'native' ? 'wasm' : 'native'
      vault.close()
      const place = path.join(work, 'A.emanet')
      const writing = await openTestVault(place, await loadSodium(build))
      await book(writing).keep(draft(1))
      writing.close()
      const reading = await openTestVault(place, await loadSodium(other))
      expect(idsOf(book(reading))).toEqual([1])
      reading.close()
    },
  )

  it('with any byte changed, cut or added is told as lost, and stops nothing', async () => {
    await book().keep(draft(1))
    const whole = readFileSync(only())
    const damages = [
      ...[0, 7, 8, 31, 32, whole.length - 1].map((at) => {
        const bytes = Buffer.from(whole)
        bytes[at] = (bytes[at] ?? 0) ^ 1
        return bytes
      }),
      ...[0, 1, 8, 32, 47, whole.length - 1].map((length) => whole.subarray(0, length)),
      Buffer.concat([whole, Buffer.alloc(1)]),
    ]
    for (const damaged of damages) {
      writeFileSync(only(), damaged)
      expect(book()).toMatchObject({ offered: [], lost: true })
    }
    const open = book()
    await open.keep(draft(2))
    expect(idsOf(book())).toEqual([2])
    expect(book().lost).toBe(false)
  })

  it('takes away what a write that was cut off has left', async () => {
    mkdirSync(folder)
    writeFileSync(path.join(folder, '.drafts-0123456789ab'), 'half')
    book()
    expect(files()).toEqual([])
  })
})

describe('a disk that does not take drafts', () => {
  it('is told to the form, and later drafts are kept when it does again', async () => {
    // A file where the folder should be: refused to root too, which modes are not.
    writeFileSync(folder, '')
    const open = new DraftBook({ vault, folder: path.join(folder, 'inside') })
    await expect(open.keep(draft(1))).rejects.toMatchObject({ code: 'io_failed' })
    removeFolder(folder)
    await open.keep(draft(2))
    const again = new DraftBook({ vault, folder: path.join(folder, 'inside') })
    expect(idsOf(again).sort()).toEqual([1, 2])
  })

  it('does not hold up an end', () => {
    writeFileSync(folder, '')
    chmodSync(folder, 0o600)
    const open = new DraftBook({ vault, folder: path.join(folder, 'inside') })
    open.keep(draft(1)).catch(() => {})
    expect(() => open.finish()).not.toThrow()
    expect(() => open.finish()).not.toThrow()
  })
})
