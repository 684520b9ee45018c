import { createHash } from 'node:crypto'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { loadSodium } from '../../../electron/vault/crypto/loadSodium.ts'
import { OP_DOSSIER_ISSUE } from '../../../electron/vault/dossier/dossierService.ts'
import type { OpenedEntry } from '../../../electron/vault/ledger/types.ts'
import { openWorkspace, type Workspace } from '../../../electron/vault/workspace.ts'
import type { RecordId } from '../../../shared/ids.ts'
import { generateVault } from '../../support/generator/generate.ts'
import { makeTestVault, openTestVault, removeFolder, tempFolder } from '../../support/testVault.ts'
import { writeGenerated } from '../../support/vaultFixtures.ts'
import { id, MemoryVault, request } from './memoryVault.ts'

describe('issuing', () => {
  it('records who reads what about whom, and the hash of the very bytes', async () => {
    const vault = new MemoryVault()
    const person = vault.put(vault.draft('person').add('names', { text: 'Петро', lang: 'uk' }))
    const wanted = request([person], { recipient: 'Ministry', listNumber: '7', language: 'tr' })
    const { pdf, dossier, sha256 } = await vault.service().issue(wanted)
    expect(createHash('sha256').update(pdf).digest('hex')).toBe(sha256)
    const values = Object.fromEntries(
      vault.store.get(dossier)?.statements.map(({ field, value }) => [field, value]) ?? [],
    )
    expect(values).toEqual({
      title: 'Serbest bırakılması istenen sivillerin listesi, 7',
      audience: 'mediator',
      language: 'tr',
      issuedOn: '2026-11-23',
      recipient: 'Ministry',
      sha256,
      people: person,
    })
    expect(vault.appended).toEqual([
      {
        op: OP_DOSSIER_ISSUE,
        record: dossier,
        body: {
          sha256,
          audience: 'mediator',
          language: 'tr',
          people: [person],
          recipient: 'Ministry',
          listNumber: '7',
          searched: 0,
        },
      },
    ])
  })

  it('prints the stays of everybody who was merged into a person, once', async () => {
    const vault = new MemoryVault()
    const other = vault.put(vault.draft('person').add('names', { text: 'Petro', lang: 'en' }))
    const person = vault.put(
      vault.draft('person').add('names', { text: 'Петро', lang: 'uk' }).add('mergedFrom', other),
    )
    const facility = vault.put(
      vault.draft('facility').add('names', { text: 'ВК-2, Керч', lang: 'uk' }),
    )
    vault.put(vault.draft('stay').add('person', other).add('facility', facility))
    await vault.service().issue(request([person]))
    const printed = JSON.stringify(vault.printed[0])
    expect(printed.split('Керч').length).toBeGreaterThan(1)
    expect(printed).not.toContain(other)
  })

  it('hands nothing out when the ledger does not take the entry', async () => {
    const vault = new MemoryVault()
    const person = vault.put(vault.draft('person').add('sex', 'male'))
    const full = new Error('disk_full')
    const service = vault.service({
      append: () => {
        throw full
      },
    })
    await expect(service.issue(request([person]))).rejects.toBe(full)
  })

  it('says nowhere that a document was issued which could not be written', async () => {
    const vault = new MemoryVault()
    const person = vault.put(vault.draft('person').add('sex', 'male'))
    const full = new Error('disk_full')
    const issuing = vault.service().issue(request([person]), () => {
      throw full
    })
    await expect(issuing).rejects.toBe(full)
    expect(vault.appended).toEqual([])
    expect([...vault.store.all(['dossier'])]).toEqual([])
  })

  it('gives the document its name last, and takes it away when the ledger does not take the entry', async () => {
    const vault = new MemoryVault()
    const person = vault.put(vault.draft('person').add('sex', 'male'))
    const did: string[] = []
    const stage = async () => {
      did.push('staged')
      return {
        publish: async () => void did.push('published'),
        discard: async () => void did.push('discarded'),
      }
    }
    const append = () => did.push('entered')
    await vault.service({ append }).issue(request([person]), stage)
    expect(did).toEqual(['staged', 'entered', 'published'])
    did.length = 0
    const failing = vault.service({
      append: () => {
        throw new Error('disk_full')
      },
    })
    await expect(failing.issue(request([person]), stage)).rejects.toThrow('disk_full')
    expect(did).toEqual(['staged', 'discarded'])
  })

  it('prints neither what was held back nor where leaks are', async () => {
    const vault = new MemoryVault()
    const person = vault.put(vault.draft('person').add('diagnosis', 'Kanar').add('sex', 'male'))
    await vault.service().issue(request([person]))
    expect(vault.printed).toHaveLength(1)
    expect(Object.keys(vault.printed[0] as object)).not.toContain('withheld')
    expect(Object.keys(vault.printed[0] as object)).not.toContain('leaks')
  })

  it('takes a list that is longer than one change of a record', async () => {
    const vault = new MemoryVault()
    const people = Array.from({ length: 401 }, () =>
      vault.put(vault.draft('person').add('sex', 'male')),
    )
    const { dossier } = await vault.service().issue(request(people))
    const recorded = vault.store.get(dossier)?.statements.filter((one) => one.field === 'people')
    expect(recorded?.map((one) => one.value)).toEqual(people)
  })

  it('names a person once who was chosen twice', async () => {
    const vault = new MemoryVault()
    const person = vault.put(vault.draft('person').add('sex', 'male'))
    const document = await vault.service().preview(request([person, person]))
    expect(document.people).toHaveLength(1)
    expect(document.table.rows).toHaveLength(1)
  })
})

describe('refusing', () => {
  const withIdentity = () => {
    const vault = new MemoryVault()
    const person = vault.put(vault.draft('person').add('court', 'Зарема Алтинфенерова'))
    const witness = vault.put(vault.draft('witness').add('codeName', 'Глід-1'))
    const name = {
      text: 'Зарема Алтинфенерова',
      lang: 'uk',
      given: 'Зарема',
      surname: 'Алтинфенерова',
    } as const
    vault.put(vault.draft('witnessIdentity').add('witness', witness).add('name', name))
    const clean = vault.put(vault.draft('person').add('sex', 'male'))
    return { vault, person, clean }
  }

  it('issues nothing that has a leak, and writes nothing', async () => {
    const { vault, person } = withIdentity()
    await expect(vault.service().issue(request([person]))).rejects.toMatchObject({
      code: 'dossier_leak',
      details: { places: 1 },
    })
    expect([vault.printed, vault.appended]).toEqual([[], []])
  })

  it('issues nothing while identities cannot be searched for', async () => {
    const { vault, clean } = withIdentity()
    vault.closed = true
    await expect(vault.service().issue(request([clean]))).rejects.toMatchObject({
      code: 'custodian_closed',
      details: { closedIdentities: 1 },
    })
    const preview = await vault.service().preview(request([clean]))
    expect(preview.closedIdentities).toBe(1)
    vault.closed = false
    expect((await vault.service().preview(request([clean]))).closedIdentities).toBe(0)
    await expect(vault.service().issue(request([clean]))).resolves.toBeDefined()
    expect(vault.appended[0]?.body).toMatchObject({ searched: 1 })
  })

  it('issues nothing when a part of the ledger could not be read', async () => {
    const { vault, clean } = withIdentity()
    vault.unread = true
    await expect(vault.service().issue(request([clean]))).rejects.toMatchObject({
      code: 'dossier_refused',
    })
    expect(vault.printed).toEqual([])
  })

  it('knows no person by the id of another record or of none', async () => {
    const { vault, clean } = withIdentity()
    const court = vault.put(vault.draft('organisation').add('title', 'X'))
    for (const unknown of [court, id(77_777)])
      await expect(vault.service().preview(request([clean, unknown]))).rejects.toMatchObject({
        code: 'not_found',
      })
  })
})

describe('in a real vault', () => {
  let folder: string
  let workspace: Workspace
  const generated = generateVault({ people: 24, files: 0 })
  const people = generated.people.map((person) => person.id)

  beforeEach(async () => {
    folder = tempFolder()
    const sodium = await loadSodium()
    const { vault } = await makeTestVault(path.join(folder, 'a.emanet'), sodium)
    workspace = await openWorkspace(vault)
    writeGenerated(workspace, generated)
  })
  afterEach(() => {
    workspace.close()
    removeFolder(folder)
  })

  const entries = async (): Promise<readonly OpenedEntry[]> => {
    const all: OpenedEntry[] = []
    for await (const slice of workspace.vault.ledger.readSlices()) all.push(...slice)
    return all
  }

  it('prints the same bytes for the same list, in every language', async () => {
    for (const language of ['uk', 'en', 'tr', 'crh', 'ru'] as const) {
      const wanted = request(people.slice(0, 4), { language, listNumber: '7' })
      const one = await workspace.dossiers.issue(wanted)
      const two = await workspace.dossiers.issue(wanted)
      expect(two.sha256).toBe(one.sha256)
      expect(Buffer.from(two.pdf).equals(Buffer.from(one.pdf))).toBe(true)
      expect(two.dossier).not.toBe(one.dossier)
    }
  }, 60_000)

  it('searches for every identity without an entry that says one was opened', async () => {
    const before = (await entries()).length
    await workspace.dossiers.preview(request(people))
    expect(await entries()).toHaveLength(before)
    const { dossier } = await workspace.dossiers.issue(request(people.slice(0, 2)))
    const added = (await entries()).slice(before)
    expect(added.map(({ op, record }) => [op, record])).toEqual([
      ['record.set', dossier],
      [OP_DOSSIER_ISSUE, dossier],
    ])
    expect(added[1]).toMatchObject({ body: { searched: generated.identities.length } })
  })

  it('finds an identity of the sealed compartment and refuses', async () => {
    for (const { spellings } of generated.identities)
      await expect(
        workspace.dossiers.issue(request(people.slice(0, 2), { recipient: spellings[0] ?? '' })),
      ).rejects.toMatchObject({ code: 'dossier_leak' })
  })

  it('remembers what was issued after the vault was closed', async () => {
    const { dossier, sha256 } = await workspace.dossiers.issue(request(people.slice(0, 3)))
    workspace.close()
    const vault = await openTestVault(path.join(folder, 'a.emanet'), await loadSodium())
    workspace = await openWorkspace(vault)
    const { record } = workspace.records.get(dossier as RecordId)
    expect(record.statements.find((one) => one.field === 'sha256')?.value).toBe(sha256)
    const [issued] = workspace.records.history(dossier)
    expect(issued?.op).toBe(OP_DOSSIER_ISSUE)
  })
})
