/**
 * What is given into people's hands (share cards, a dossier), with every write of the file layer failing in turn: each
 * failure has its code, no half a file lies in the folder, no set of cards is in use whose cards are not all there, and
 * the same works when the disk is well again.
 */
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { makeCards } from '../../electron/ipc/shareCards.ts'
import { Secret } from '../../electron/vault/crypto/secret.ts'
import { writeFileDurably } from '../../electron/vault/folder/durable.ts'
import { openWorkspace } from '../../electron/vault/workspace.ts'
import { isVaultError } from '../../shared/errors.ts'
import { make, NATIVE, PASSPHRASE, reopen, tempFolder } from '../support/coreVault.ts'
import { FAULTS, type Fault, failEveryWrite } from '../support/failingWrites.ts'

/** Real pages, but each language's made once: what fails here is the writing, and a page takes a thread of its own. */
vi.mock('../../electron/vault/shares/pdf/render.ts', async (original) => {
  const { renderCardInThread } =
    await original<typeof import('../../electron/vault/shares/pdf/render.ts')>()
  const pages = new Map<string, Promise<Uint8Array>>()
  return {
    renderCardInThread: async (card: Parameters<typeof renderCardInThread>[0]) => {
      const page = pages.get(card.language) ?? renderCardInThread(card)
      pages.set(card.language, page)
      return Buffer.from(await page)
    },
  }
})

const KINDS = Object.keys(FAULTS) as Fault[]
const codeOf = (error: unknown) =>
  error === undefined ? 'done' : isVaultError(error) ? error.code : String(error)
const expectCode = (fault: Fault, error: unknown, nth: number) =>
  expect([nth, codeOf(error)]).toEqual([nth, error === undefined ? 'done' : FAULTS[fault]])

const isWholePdf = (path: string) => {
  const bytes = readFileSync(path)
  return bytes.subarray(0, 5).toString() === '%PDF-' && /%%EOF\s*$/.test(bytes.toString('latin1'))
}
const HOLDERS = [
  { name: 'Перша', language: 'uk' as const },
  { name: 'Другий', language: 'en' as const },
]

describe.each(KINDS)('with %s at any write', (fault) => {
  it('no set of cards is in use whose cards are not all there', { timeout: 120_000 }, async () => {
    const { vault, folder } = await make(NATIVE)
    const workspace = await openWorkspace(vault)
    const current = () => Secret.fromText(PASSPHRASE)
    const inUse = () => workspace.shares.status().filter((set) => set.inUse)
    const filesOf = (place: string) =>
      existsSync(place)
        ? readdirSync(place, { recursive: true, withFileTypes: true })
            .filter((entry) => entry.isFile())
            .map((entry) => join(entry.parentPath, entry.name))
        : []
    let place = ''
    let before = 0
    const points = await failEveryWrite(
      fault,
      async (arm) => {
        place = tempFolder()
        before = inUse().length
        const cards = { purpose: 'vault', k: 2, holders: HOLDERS } as const
        arm()
        await makeCards(workspace, cards, { current: current(), passphrases: [], folder: place })
      },
      async (error, nth) => {
        expectCode(fault, error, nth)
        const [set, ...others] = inUse().slice(0, inUse().length - before)
        const files = filesOf(place)
        expect(others).toEqual([])
        if (error === undefined || set) {
          expect([nth, files.length, files.every(isWholePdf)]).toEqual([nth, HOLDERS.length, true])
        } else if (fault === 'ENOSPC') expect([nth, files]).toEqual([nth, []])
        // As many slots as something is known of: the passphrase, the recovery code, and the sets in use.
        expect([nth, vault.slots().length]).toEqual([nth, 2 + inUse().length])
        for (const { setId } of inUse()) {
          const slot = vault.slots().findLast(({ kind }) => kind === 'shares')?.index ?? -1
          await workspace.shares.retire(setId, () => vault.removeSlot(current(), slot))
        }
      },
    )
    expect(points).toBeGreaterThan(15)
    expect(filesOf(place)).toHaveLength(HOLDERS.length)
    workspace.close()
    const again = await openWorkspace(await reopen(folder, NATIVE))
    expect((await again.backups.verify(true)).damaged).toEqual([])
    again.close()
  })

  it('a document in a folder of somebody is the old one or the new one', async () => {
    const path = join(tempFolder(), 'dossier.pdf')
    const points = await failEveryWrite(
      fault,
      (arm) => {
        rmSync(path, { force: true })
        writeFileDurably(path, Buffer.from('older'))
        arm()
        writeFileDurably(path, Buffer.from('newer'))
      },
      (error, nth) => {
        expectCode(fault, error, nth)
        expect(['older', 'newer']).toContain(readFileSync(path, 'utf8'))
        if (fault === 'ENOSPC') expect(readdirSync(join(path, '..'))).toEqual(['dossier.pdf'])
      },
    )
    expect(points).toBeGreaterThan(3)
  })
})
