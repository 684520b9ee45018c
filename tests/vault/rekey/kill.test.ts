/**
 * A re-key that is killed, as by a power cut, at every step and in between: there is always a vault that opens and
 * holds everything, the old one or the new one, and the next run, or the next opening, finishes what was begun.
 */
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Secret } from '../../../electron/vault/crypto/secret.ts'
import { rekeyPlaces } from '../../../electron/vault/rekey/places.ts'
import type { RekeyStep } from '../../../electron/vault/rekey/types.ts'
import { child } from '../../support/coreChild.ts'
import { failureCode, NATIVE, tempFolder } from '../../support/coreVault.ts'
import { contentOf, NEXT_PASSPHRASE, openRekeyed, rekey } from '../../support/rekeying.ts'
import { makeRichVault, RICH_PASSPHRASE } from '../../support/richVault.ts'
import { WEAK_KDF } from '../../support/weakKdf.ts'

const shared = mkdtempSync(join(tmpdir(), 'emanet-rekey-'))
afterAll(() => rmSync(shared, { recursive: true, force: true }))

let model = ''
let content: unknown

beforeAll(async () => {
  const sizes = [1, 5000, 1_300_000]
  const made = await makeRichVault(shared, { sodium: NATIVE, policy: WEAK_KDF, people: 2, sizes })
  model = made.folder
  content = await contentOf(model, NATIVE, RICH_PASSPHRASE)
})

function copy(): string {
  const folder = join(tempFolder(), 'Rich.emanet')
  cpSync(model, folder, { recursive: true })
  return folder
}

async function killedAt(point: string): Promise<string> {
  const folder = copy()
  const { signal, errors } = await child('rekey', folder, point).ended
  expect([signal, errors]).toEqual(['SIGKILL', ''])
  return folder
}

const besideOf = (folder: string) => readdirSync(dirname(folder)).sort()

async function isFinished(folder: string): Promise<void> {
  expect(besideOf(folder)).toEqual(['Rich.before-rekey', 'Rich.emanet'])
  expect(await contentOf(folder, NATIVE, NEXT_PASSPHRASE)).toEqual(content)
  const old = join(dirname(folder), 'Rich.before-rekey')
  expect(await contentOf(old, NATIVE, RICH_PASSPHRASE)).toEqual(content)
  const open = () => openRekeyed(folder, NATIVE, { passphrase: RICH_PASSPHRASE })
  expect(await failureCode(open)).toBe('wrong_passphrase')
}

/** The same points at every run; others from those in the long run. */
const SHARES = ['0.08', '0.31', '0.47', '0.66', '0.9']
const UNDECIDED: readonly (RekeyStep | string)[] = [
  ...['created', 'custody', 'carried', 'slots', 'verified'],
  ...SHARES,
]

describe('killed before the new vault was proven', () => {
  it.each(UNDECIDED)(
    'at “%s”, the old vault is as it was, and the next run goes on',
    async (point) => {
      const folder = await killedAt(point)
      expect(besideOf(folder)).toEqual(['.Rich.emanet.rekey-work', 'Rich.emanet'])
      expect(await contentOf(folder, NATIVE, RICH_PASSPHRASE)).toEqual(content)
      const carried: string[] = []
      const result = await rekey(folder, NATIVE, { onStep: (step) => carried.push(step) })
      expect(result.resumed).toBe(true)
      // Nothing was begun anew.
      expect(carried).not.toContain('created')
      await isFinished(folder)
      const byCode = await openRekeyed(folder, NATIVE, { passphrase: result.recoveryCode })
      expect(
        byCode
          .slots()
          .map(({ kind }) => kind)
          .sort(),
      ).toEqual(['passphrase', 'recovery'])
      byCode.close()
    },
  )
})

describe('killed in the swap', () => {
  const swap: readonly RekeyStep[] = ['ready', 'aside', 'placed', 'cleaned']

  it.each(swap)('at “%s”, the next opening finishes it', async (point) => {
    const folder = await killedAt(point)
    const atHome = existsSync(folder)
    expect(atHome).toBe(point !== 'aside')
    const vault = await openRekeyed(folder, NATIVE, { readOnly: false })
    vault.close()
    await isFinished(folder)
  })

  it.each(['ready', 'aside', 'placed'])('at “%s”, so does the next run', async (point) => {
    const folder = await killedAt(point)
    const { resumed, recoveryCode, before, entries } = await rekey(folder, NATIVE)
    expect([resumed, before]).toEqual([true, 'Rich.before-rekey'])
    expect(entries).toBeGreaterThan(10)
    const byCode = await openRekeyed(folder, NATIVE, { passphrase: recoveryCode })
    byCode.close()
    await isFinished(folder)
  })

  it('at “placed”, the next run says where the old vault is, whatever lies beside it', async () => {
    const folder = await killedAt('placed')
    const older = join(dirname(folder), 'Rich.before-rekey-2')
    cpSync(model, older, { recursive: true })
    expect((await rekey(folder, NATIVE)).before).toBe('Rich.before-rekey')
    expect(besideOf(folder)).toContain('Rich.before-rekey-2')
  })

  it.each(['..', '.', 'Documents', 'x/../Rich.before-rekey'])(
    'a note that would put the old vault at “%s” is none',
    async (aside) => {
      const folder = await killedAt('ready')
      const { ready } = rekeyPlaces(folder)
      const note = JSON.parse(readFileSync(ready, 'utf8')) as Record<string, unknown>
      writeFileSync(ready, JSON.stringify({ ...note, aside }))
      const vault = await openRekeyed(folder, NATIVE, {
        passphrase: RICH_PASSPHRASE,
        readOnly: false,
      })
      vault.close()
      expect(besideOf(folder)).toEqual(['.Rich.emanet.rekey-work', 'Rich.emanet'])
    },
  )

  it('at “aside”, a link that led to the old vault leads to the new one', async () => {
    const folder = await killedAt('aside')
    const link = join(tempFolder(), 'link')
    symlinkSync(folder, link)
    const vault = await openRekeyed(link, NATIVE, { readOnly: false })
    vault.close()
    await isFinished(folder)
  })

  it('at “aside”, somebody who only reads gets the new vault too', async () => {
    const folder = await killedAt('aside')
    expect(await contentOf(folder, NATIVE, NEXT_PASSPHRASE)).toEqual(content)
  })

  it('at “ready”, somebody who only reads moves nothing', async () => {
    const folder = await killedAt('ready')
    expect(await contentOf(folder, NATIVE, RICH_PASSPHRASE)).toEqual(content)
    expect(besideOf(folder)).toEqual(['.Rich.emanet.rekey-work', 'Rich.emanet'])
  })

  it('at “ready”, a vault that was written to since is not replaced; the next run carries that over', async () => {
    const folder = await killedAt('ready')
    // As a program would that knows nothing of re-keys: the note is out of its sight.
    const { ready } = rekeyPlaces(folder)
    const note = join(tempFolder(), 'ready')
    cpSync(ready, note)
    rmSync(ready)
    const vault = await openRekeyed(folder, NATIVE, {
      passphrase: RICH_PASSPHRASE,
      readOnly: false,
    })
    const [late] = vault.ledger.append([{ op: 'note.made', body: { text: 'Пізніше' } }])
    vault.close()
    cpSync(note, ready)
    const again = await openRekeyed(folder, NATIVE, {
      passphrase: RICH_PASSPHRASE,
      readOnly: false,
    })
    expect(again.ledger.readMany([late?.seq ?? 0])).toMatchObject([{ body: { text: 'Пізніше' } }])
    again.close()
    expect(existsSync(ready)).toBe(false)
    expect((await rekey(folder, NATIVE)).resumed).toBe(true)
    const next = await openRekeyed(folder, NATIVE)
    const found = []
    for await (const slice of next.ledger.readSlices()) found.push(...slice)
    next.close()
    expect(found.filter(({ op }) => op === 'note.made')).toMatchObject([{ carried: true }])
    expect(found.filter(({ op, carried }) => op === 'vault.rekeyed' && !carried)).toHaveLength(2)
    await isFinishedButFor(folder)
  })
})

/** The old vault got an entry more than the model. */
async function isFinishedButFor(folder: string): Promise<void> {
  expect(besideOf(folder)).toEqual(['Rich.before-rekey', 'Rich.emanet'])
  expect(await contentOf(folder, NATIVE, NEXT_PASSPHRASE)).toEqual(content)
}

describe('what a killed run left', () => {
  it('is begun anew under another passphrase', async () => {
    const folder = await killedAt('carried')
    const steps: string[] = []
    const passphrase = Secret.fromText('ще інша фраза 91')
    const onStep = (step: string) => steps.push(step)
    expect((await rekey(folder, NATIVE, { passphrase, onStep })).resumed).toBe(false)
    expect(steps[0]).toBe('created')
    expect(await contentOf(folder, NATIVE, 'ще інша фраза 91')).toEqual(content)
    expect(besideOf(folder)).toEqual(['Rich.before-rekey', 'Rich.emanet'])
  })

  it('is begun anew when it is damaged', async () => {
    const folder = await killedAt('carried')
    const { vault } = rekeyPlaces(folder)
    for (const name of ['vault.db', 'header']) writeFileSync(join(vault, name), 'nothing')
    // Otherwise SQLite's log, which still holds everything, mends the database.
    rmSync(join(vault, 'vault.db-wal'))
    expect((await rekey(folder, NATIVE)).resumed).toBe(false)
    await isFinished(folder)
  })

  it('is begun anew when it is of another vault', async () => {
    const folder = await killedAt('carried')
    const other = await makeRichVault(tempFolder(), {
      sodium: NATIVE,
      policy: WEAK_KDF,
      people: 1,
      sizes: [],
    })
    const before = await contentOf(other.folder, NATIVE, RICH_PASSPHRASE)
    cpSync(rekeyPlaces(folder).work, rekeyPlaces(other.folder).work, { recursive: true })
    expect((await rekey(other.folder, NATIVE)).resumed).toBe(false)
    expect(await contentOf(other.folder, NATIVE, NEXT_PASSPHRASE)).toEqual(before)
  })

  it('takes nobody’s place when its note is not of this vault', async () => {
    const folder = await killedAt('ready')
    const other = await makeRichVault(tempFolder(), {
      sodium: NATIVE,
      policy: WEAK_KDF,
      people: 1,
      sizes: [],
    })
    cpSync(rekeyPlaces(folder).work, rekeyPlaces(other.folder).work, { recursive: true })
    const open = () =>
      openRekeyed(other.folder, NATIVE, { passphrase: RICH_PASSPHRASE, readOnly: false })
    const vault = await open()
    expect(vault.folder).toBe(other.folder)
    vault.close()
    expect(besideOf(other.folder)).not.toContain('Rich.before-rekey')
  })
})
