/** What a killed program was writing in the clear is gone once the vault has been opened again, and nothing else is. */
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { isTemporary, stageLeaving } from '../../../electron/vault/folder/leaving.ts'
import { LeavingFiles } from '../../../electron/vault/machine/leavingFiles.ts'
import type { OpenVault } from '../../../electron/vault/session/types.ts'
import { openWorkspace } from '../../../electron/vault/workspace.ts'
import { child } from '../../support/coreChild.ts'
import { failureCode, make, NATIVE, reopen, tempFolder } from '../../support/coreVault.ts'
import { failWritesFrom } from '../../support/failingWrites.ts'
import { statement } from '../records/support.ts'

let vault: OpenVault
let folder: string
let notes: string
let out: string

beforeEach(async () => {
  ;({ vault, folder } = await make(NATIVE))
  notes = join(tempFolder(), 'leaving')
  out = tempFolder()
})

const session = (of: OpenVault = vault) => new LeavingFiles({ vault: of, folder: notes })
const noted = () => (existsSync(notes) ? readdirSync(notes) : [])
const left = () => (readdirSync(out, { recursive: true }) as string[]).filter(isTemporary)
const text = Buffer.from('Вигадана Особа')

/** A file that lies whole beside its place when the program ends. */
const cutOff = async (of: LeavingFiles, path = join(out, 'table.csv')) => {
  await stageLeaving(of.begin, path, [text])
  of.close()
}

describe.each(['table', 'object', 'cards', 'document'])('a %s that leaves', (what) => {
  it('is taken away by the next opening when the program was killed before it was whole', async () => {
    const workspace = await openWorkspace(vault)
    const change = (add: ReturnType<typeof statement>[]) => ({ add, retract: [], prefer: {} })
    workspace.records.create(
      'person',
      change([statement('names', { text: 'Вигадана Особа', lang: 'uk' })]),
    )
    const { id } = workspace.records.create('evidence', change([statement('title', 'Лист')]))
    const letter = join(tempFolder(), 'letter.txt')
    writeFileSync(letter, text)
    await workspace.evidence.attachFile(id, letter, { name: 'letter.txt' })
    workspace.close()

    const killed = child('leaveKilled', what, folder, notes, out)
    expect(await killed.says('open')).toBe(true)
    expect(await killed.ended).toMatchObject({ signal: 'SIGKILL', errors: '' })
    expect(left()).toHaveLength(1)
    expect(noted()).toHaveLength(1)
    // Neither says where it is, nor of which vault.
    const note = readFileSync(join(notes, noted()[0] ?? ''))
    expect(note.includes(out)).toBe(false)
    expect(`${noted()[0]}${note.toString('hex')}`).not.toContain(vault.vaultId)

    const again = await openWorkspace(await reopen(folder, NATIVE), { leavingFolder: notes })
    await expect.poll(left).toEqual([])
    await expect.poll(noted).toEqual([])
    again.close()
  }, 60_000)
})

describe('a file that leaves', () => {
  it('is noted before it is there, and not any more when it is whole or given up', async () => {
    const leaving = session()
    const begun = await leaving.begin(join(out, 'a.csv'))
    expect(noted()).toHaveLength(1)
    expect(readdirSync(out)).toEqual([])
    await begun.drop()
    await leaving.write(join(out, 'b.pdf'), text)
    expect(readdirSync(out)).toEqual(['b.pdf'])
    const given = await stageLeaving(leaving.begin, join(out, 'c.csv'), [text])
    expect(noted()).toHaveLength(1)
    await given.discard()
    expect(readdirSync(out)).toEqual(['b.pdf'])
    mkdirSync(join(out, 'd.csv', 'inside'), { recursive: true })
    expect(await failureCode(() => leaving.write(join(out, 'd.csv'), text))).toBe('io_failed')
    expect(left()).toEqual([])
    expect(noted()).toEqual([])
  })

  it('is left alone while this session writes it, and by the vault whose it is not', async () => {
    const leaving = session()
    const staged = await stageLeaving(leaving.begin, join(out, 'a.csv'), [text])
    expect(await leaving.sweep()).toBe(0)
    const other = (await make(NATIVE)).vault
    expect(await session(other).sweep()).toBe(0)
    await staged.publish()
    expect(readdirSync(out)).toEqual(['a.csv'])
  })

  it('is left alone while another program writes it that still runs', async () => {
    const running = child('holdLock', folder)
    const leaving = session()
    const { pid } = process
    Object.defineProperty(process, 'pid', { value: running.pid, configurable: true })
    await cutOff(leaving)
    Object.defineProperty(process, 'pid', { value: pid, configurable: true })
    expect(await session().sweep()).toBe(0)
    expect(left()).toHaveLength(1)
    running.process.kill('SIGKILL')
    await running.ended
    expect(await session().sweep()).toBe(1)
    expect(left()).toEqual([])
  })

  it('on a stick that is not in is taken away when it is', async () => {
    const stick = join(out, 'stick')
    mkdirSync(stick)
    await cutOff(session(), join(stick, 'a.csv'))
    renameSync(stick, join(out, 'away'))
    expect(await session().sweep()).toBe(0)
    expect(noted()).toHaveLength(1)
    renameSync(join(out, 'away'), stick)
    expect(await session().sweep()).toBe(1)
    expect(left()).toEqual([])
    expect(noted()).toEqual([])
  })

  it('stays noted when the stick was pulled out while it was written', async () => {
    const stick = join(out, 'stick')
    mkdirSync(stick)
    const staged = await stageLeaving(session().begin, join(stick, 'a.csv'), [text])
    renameSync(stick, join(out, 'away'))
    expect(await failureCode(() => staged.publish())).toBe('io_failed')
    renameSync(join(out, 'away'), stick)
    expect(left()).toHaveLength(1)
    expect(await session().sweep()).toBe(1)
  })

  it('leaves all the same where nothing can be noted', async () => {
    writeFileSync(notes, 'not a folder')
    await session().write(join(out, 'a.pdf'), text)
    expect(readdirSync(out)).toEqual(['a.pdf'])
  })

  it('leaves nothing and is noted nowhere when the disk is full', async () => {
    const leaving = session()
    await leaving.write(join(out, 'a.pdf'), text)
    const disk = failWritesFrom(1, 'ENOSPC')
    const code = await failureCode(() => leaving.write(join(out, 'b.pdf'), text))
    disk.repair()
    expect(code).toBe('disk_full')
    expect(readdirSync(out)).toEqual(['a.pdf'])
    expect(noted()).toEqual([])
  })

  it('does not leave any more once the vault is closed', async () => {
    const leaving = session()
    leaving.close()
    expect(await failureCode(() => leaving.write(join(out, 'a.pdf'), text))).toBe('cancelled')
    expect(readdirSync(out)).toEqual([])
  })
})

it('a note that is cut off, damaged or of nothing goes, and takes nothing with it', async () => {
  await cutOff(session())
  const [name = ''] = noted()
  const whole = readFileSync(join(notes, name))
  const cases: readonly Buffer[] = [
    Buffer.alloc(0),
    whole.subarray(0, 20),
    whole.subarray(0, -1),
    Buffer.from(whole.map((byte, at) => (at === 100 ? byte ^ 1 : byte))),
  ]
  for (const bytes of cases) {
    writeFileSync(join(notes, name), bytes)
    expect(await session().sweep()).toBe(0)
    expect(noted()).toEqual([])
  }
  expect(left()).toHaveLength(1)
  rmSync(join(out, left()[0] ?? ''))
  writeFileSync(join(notes, name), whole)
  expect(await session().sweep()).toBe(0)
  expect(noted()).toEqual([])
})
