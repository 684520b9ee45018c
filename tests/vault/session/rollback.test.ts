/** A genuine but older copy in the vault's place is noticed by the machine that saw the newer one, and by no other. */
import {
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { Secret } from '../../../electron/vault/crypto/secret.ts'
import { createVault, type OpenVault } from '../../../electron/vault/session/session.ts'
import {
  DEVICE,
  eachBuild,
  flipInFile,
  NATIVE,
  OTHER_DEVICE,
  PASSPHRASE,
  readAll,
  recordId,
  reopen,
  tempFolder,
} from '../../support/coreVault.ts'
import { WEAK_KDF } from '../../support/weakKdf.ts'

interface Place {
  readonly folder: string
  /** A copy from before the newest save. */
  readonly older: string
  readonly headsFolder: string
}

const save = (vault: OpenVault, name: string) =>
  vault.ledger.append([{ op: 'record.set', record: recordId(1), body: { name } }])

/** A closed vault with two saves, and a copy of it from between them. */
async function place(sodium = NATIVE): Promise<Place> {
  const work = tempFolder()
  const folder = join(work, 'Test.emanet')
  const older = join(work, 'Older.emanet')
  const headsFolder = join(work, 'state', 'heads')
  mkdirSync(join(work, 'state'))
  const { vault } = await createVault({
    ...{ folder, sodium, headsFolder, kdf: 'moderate', policy: WEAK_KDF },
    passphrase: Secret.fromText(PASSPHRASE),
    deviceSecret: Secret.fromBytes(DEVICE),
  })
  save(vault, 'first')
  vault.close()
  cpSync(folder, older, { recursive: true })
  const again = await reopen(folder, sodium, { headsFolder })
  expect(again.notices).toEqual([])
  save(again, 'second')
  again.close()
  return { folder, older, headsFolder }
}

function putBack({ folder, older }: Place): void {
  rmSync(folder, { recursive: true })
  cpSync(older, folder, { recursive: true })
}

const memoryOf = ({ headsFolder }: Place): string => {
  const [name, ...more] = readdirSync(headsFolder)
  expect(more).toEqual([])
  return join(headsFolder, name ?? '')
}

/** Opens, closes, and gives what was said. */
async function opened(
  { folder, headsFolder }: Place,
  options: Parameters<typeof reopen>[2] = {},
): Promise<readonly string[]> {
  const vault = await reopen(folder, NATIVE, { headsFolder, ...options })
  vault.close()
  return vault.notices
}

eachBuild('an older copy of a vault', (sodium) => {
  it('is noticed in the place of the newer one, and the ledger says so', async () => {
    const where = await place(sodium)
    putBack(where)
    const vault = await reopen(where.folder, sodium, { headsFolder: where.headsFolder })
    expect(vault.notices).toContain('rolled_back')
    expect((await readAll(vault)).at(-1)).toMatchObject({
      op: 'vault.unlocked',
      body: { notices: ['rolled_back'] },
    })
  })
})

describe('an older copy of a vault', () => {
  it('is said once: from then on it is the vault of this place', async () => {
    const where = await place()
    putBack(where)
    expect(await opened(where)).toContain('rolled_back')
    expect(await opened(where)).toEqual([])
  })

  it('is noticed when somebody went on with it elsewhere, past the newer one’s last entry', async () => {
    const where = await place()
    const elsewhere = await reopen(where.older, NATIVE)
    for (let n = 0; n < 20; n += 1) save(elsewhere, `other ${n}`)
    elsewhere.close()
    putBack(where)
    expect(await opened(where)).toContain('rolled_back')
  })

  it('is noticed when it lacks only the last entry', async () => {
    const where = await place()
    rmSync(where.older, { recursive: true })
    cpSync(where.folder, where.older, { recursive: true })
    const vault = await reopen(where.folder, NATIVE, { headsFolder: where.headsFolder })
    vault.close()
    putBack(where)
    expect(await opened(where)).toContain('rolled_back')
  })

  it('is noticed after the program was killed and could not close', async () => {
    const where = await place()
    rmSync(where.older, { recursive: true })
    cpSync(where.folder, where.older, { recursive: true })
    const vault = await reopen(where.folder, NATIVE, { headsFolder: where.headsFolder })
    const atOpening = readFileSync(memoryOf(where))
    vault.close()
    writeFileSync(memoryOf(where), atOpening)
    putBack(where)
    expect(await opened(where)).toContain('rolled_back')
  })

  it('is noticed by who only reads it, every time', async () => {
    const where = await place()
    putBack(where)
    expect(await opened(where, { readOnly: true })).toContain('rolled_back')
    expect(await opened(where, { readOnly: true })).toContain('rolled_back')
  })

  it('is nothing to a machine that never saw the newer one', async () => {
    const where = await place()
    putBack(where)
    const deviceSecret = Secret.fromBytes(OTHER_DEVICE)
    expect(await opened(where, { deviceSecret })).toEqual(['new_device'])
  })

  it('is nothing beside the newer one, as a restored backup is', async () => {
    const where = await place()
    expect(await opened({ ...where, folder: where.older })).toEqual([])
    expect(await opened(where)).toEqual([])
  })
})

describe('what a machine remembers of a vault', () => {
  it('says nothing when all is as it was left, however often', async () => {
    const where = await place()
    for (let n = 0; n < 3; n += 1) expect(await opened(where)).toEqual([])
  })

  it('is forgotten, and begun anew, when its file is damaged', async () => {
    const where = await place()
    for (const at of [0, 8, 40]) {
      flipInFile(memoryOf(where), at)
      expect(await opened(where)).toEqual([])
    }
    writeFileSync(memoryOf(where), '')
    expect(await opened(where)).toEqual([])
    putBack(where)
    expect(await opened(where)).toContain('rolled_back')
  })

  it('keeps nobody out when it cannot be written', async () => {
    const where = await place()
    rmSync(where.headsFolder, { recursive: true })
    writeFileSync(where.headsFolder, 'a file where the folder should be')
    expect(await opened(where)).toEqual([])
  })

  it('shows to nobody without the key which vault it is, nor how long it is', async () => {
    const where = await place()
    const path = memoryOf(where)
    const before = statSync(path).size
    const vault = await reopen(where.folder, NATIVE, { headsFolder: where.headsFolder })
    for (let n = 0; n < 300; n += 1) save(vault, `entry ${n}`)
    const { vaultIdBytes, vaultId, ledger } = vault
    const { hash } = ledger.head()
    vault.close()
    expect(memoryOf(where)).toBe(path)
    expect(statSync(path).size).toBe(before)
    const bytes = readFileSync(path)
    expect(bytes.includes(vaultIdBytes)).toBe(false)
    expect(bytes.includes(hash)).toBe(false)
    expect(path).not.toContain(vaultId.slice(0, 8))
  })

  it('is not found for the same vault in another place', async () => {
    const where = await place()
    const moved = join(where.folder, '..', 'Moved.emanet')
    renameSync(where.folder, moved)
    expect(await opened({ ...where, folder: moved })).toEqual([])
    expect(readdirSync(where.headsFolder)).toHaveLength(2)
  })
})
