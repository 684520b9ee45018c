import { describe, expect, it, vi } from 'vitest'
import { replaceBridge } from '../../../../renderer/shared/bridge/client.ts'
import { createDouble } from '../../../../renderer/shared/bridge/double.ts'
import { createIntake } from '../../../../renderer/workspace/evidence/files/intake.ts'
import type { DroppedFile } from '../../../../renderer/workspace/evidence/files/upload.ts'
import { VaultError } from '../../../../shared/errors.ts'
import { ObjectId, RecordId } from '../../../../shared/ids.ts'

const RECORD = RecordId.parse('1'.repeat(32))

const file = (name: string): DroppedFile => ({
  name,
  size: 3,
  slice: () => ({ arrayBuffer: async () => new ArrayBuffer(3) }),
})

function setting(bad: ReadonlySet<string> = new Set()) {
  const begun: string[] = []
  const ended: string[] = []
  const byJob = new Map<string, string>()
  let release: () => void = () => undefined
  const released = new Promise<void>((resolve) => {
    release = resolve
  })
  replaceBridge(
    createDouble({
      'evidence.uploadBegin': ({ name }) => {
        const job = String(begun.push(name)).padStart(16, '0')
        byJob.set(job, name)
        return { job }
      },
      'evidence.uploadChunk': async ({ job }) => {
        const name = byJob.get(job) ?? ''
        if (bad.has(name)) throw new VaultError('disk_full')
        if (name === 'slow') await released
        return {}
      },
      'evidence.uploadEnd': ({ job, complete }) => {
        ended.push(`${byJob.get(job)} ${complete}`)
        return {
          file: complete
            ? {
                objectId: ObjectId.parse('2'.repeat(64)),
                name: byJob.get(job) ?? '',
                mime: 'application/octet-stream',
                size: 3,
                sha256: '0'.repeat(64),
                addedAt: 1,
                seq: 1,
              }
            : null,
        }
      },
    }),
  )
  const cancels = new Map<string, () => void>()
  const jobs = {
    adopt: (_id: string, label: string, cancel: () => void) => void cancels.set(label, cancel),
    progress: vi.fn(),
    end: vi.fn(),
  }
  return { intake: createIntake(jobs), jobs, cancels, begun, ended, release }
}

const quiet = (intake: ReturnType<typeof setting>['intake']) =>
  vi.waitFor(() => expect(intake.list().every(({ state }) => state === 'failed')).toBe(true))

describe('files on their way in', () => {
  it('go one after another and leave the list when they are in', async () => {
    const { intake, ended } = setting()
    intake.add(RECORD, [file('a'), file('b')])
    expect(intake.list().map(({ name, state }) => `${name} ${state}`)).toEqual([
      'a running',
      'b waiting',
    ])
    await quiet(intake)
    expect(ended).toEqual(['a true', 'b true'])
    expect(intake.list()).toEqual([])
  })

  it('stay with their reason when they fail, and do not hold up the next', async () => {
    const { intake, ended, jobs } = setting(new Set(['bad']))
    intake.add(RECORD, [file('bad'), file('good')])
    await quiet(intake)
    expect(ended).toEqual(['bad false', 'good true'])
    expect(intake.list()).toMatchObject([{ name: 'bad', error: { code: 'disk_full' } }])
    expect(jobs.end).toHaveBeenCalledWith(expect.anything(), {
      ok: false,
      error: { code: 'disk_full' },
    })
    intake.remove(intake.list()[0]?.key ?? 0)
    expect(intake.list()).toEqual([])
  })

  it('are never begun when they were taken off while they waited', async () => {
    const { intake, begun, release } = setting()
    intake.add(RECORD, [file('slow'), file('b')])
    await vi.waitFor(() => expect(begun).toEqual(['slow']))
    intake.remove(intake.list()[1]?.key ?? 0)
    release()
    await quiet(intake)
    expect(begun).toEqual(['slow'])
  })

  it('are cancelled by their screen and by the tray alike', async () => {
    for (const by of ['screen', 'tray'] as const) {
      const { intake, ended, cancels, release } = setting()
      intake.add(RECORD, [file('slow')])
      await vi.waitFor(() => expect([...cancels.keys()]).toEqual(['slow']))
      if (by === 'screen') intake.remove(intake.list()[0]?.key ?? 0)
      else cancels.get('slow')?.()
      release()
      await quiet(intake)
      expect(ended).toEqual(['slow false'])
      expect(intake.list()).toEqual([])
    }
  })

  it('can be added while others are coming in', async () => {
    const { intake, ended, begun, release } = setting()
    intake.add(RECORD, [file('slow')])
    await vi.waitFor(() => expect(begun).toEqual(['slow']))
    intake.add(RECORD, [file('late')])
    release()
    await quiet(intake)
    expect(ended).toEqual(['slow true', 'late true'])
  })
})
