/**
 * A disk that fails: the n-th call of this thread that would change it fails with an error of the file system, and so
 * does every one after it, until it is repaired. `node:fs` itself is replaced, so nothing written is passed by.
 */
import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'

/** Full, write-protected, and a stick that was pulled out. */
export const FAULTS = { ENOSPC: 'disk_full', EROFS: 'read_only', EIO: 'io_failed' } as const
export type Fault = keyof typeof FAULTS

const SYNC = ['writeSync', 'writeFileSync', 'fsyncSync', 'renameSync', 'mkdirSync'] as const
const ASYNC = ['writeFile', 'rename', 'mkdir'] as const

export interface FailingWrites {
  /** How often something would have changed the disk so far. */
  readonly calls: number
  repair(): void
}

/** Writes pass until the `nth` (from 1). With a stick that is gone nothing is removed either. */
export function failWritesFrom(nth: number, fault: Fault): FailingWrites {
  let calls = 0
  let broken = true
  const undo: (() => void)[] = []
  const check = () => {
    if (!broken) return
    calls += 1
    if (calls >= nth) throw Object.assign(new Error(`${fault}: a test`), { code: fault })
  }
  const replace = <Key extends string>(
    owner: Record<Key, (...args: never[]) => unknown>,
    name: Key,
    isChange: (args: readonly unknown[]) => boolean = () => true,
  ) => {
    const original = owner[name]
    owner[name] = ((...args: never[]) => {
      if (isChange(args)) check()
      return original.apply(owner, args)
    }) as (typeof owner)[Key]
    undo.push(() => {
      owner[name] = original
    })
  }
  const any = fs as unknown as Record<string, (...args: never[]) => unknown>
  for (const name of SYNC) replace(any, name)
  replace(any, 'openSync', ([, flags]) => isWriting(flags))
  const promises = fs.promises as unknown as Record<string, (...args: never[]) => Promise<unknown>>
  const replaceAsync = (name: string, isChange: (args: readonly unknown[]) => boolean) => {
    const original = promises[name] as (...args: never[]) => Promise<unknown>
    promises[name] = async (...args: never[]) => {
      if (!isChange(args)) return original.apply(promises, args)
      check()
      const result = await original.apply(promises, args)
      if (name === 'open') failOn(result as fs.promises.FileHandle)
      return result
    }
    undo.push(() => {
      promises[name] = original
    })
  }
  /** A file that is open fails too; the handle itself is forgotten with the test. */
  const failOn = (handle: fs.promises.FileHandle) => {
    const file = handle as unknown as Record<string, (...args: never[]) => Promise<unknown>>
    for (const name of ['write', 'writev', 'writeFile', 'sync', 'datasync']) {
      const original = file[name] as (...args: never[]) => Promise<unknown>
      file[name] = async (...args: never[]) => {
        check()
        return original.apply(file, args)
      }
    }
  }
  for (const name of ASYNC) replaceAsync(name, () => true)
  replaceAsync('open', ([, flags]) => isWriting(flags))
  if (fault !== 'ENOSPC') {
    // What is full can be cleared; from a disk that cannot be written to nothing is removed.
    for (const name of ['rmSync', 'unlinkSync', 'rmdirSync']) {
      replace(any, name, ([path]) => fs.existsSync(String(path)))
    }
    replaceAsync('unlink', () => true)
  }
  syncBuiltinESMExports()
  return {
    get calls() {
      return calls
    },
    repair() {
      broken = false
      for (const each of undo.splice(0)) each()
      syncBuiltinESMExports()
    },
  }
}

const isWriting = (flags: unknown): boolean =>
  typeof flags === 'string' ? /[wax+]/.test(flags) : typeof flags === 'number' && (flags & 3) !== 0

/**
 * Does `work` with the first write failing, then with the second, and so on until none is left to fail. After each, with
 * the disk repaired, `after` gets the error, or undefined where `work` went on without that write. Gives the number of
 * points at which it failed.
 */
export async function failEveryWrite(
  fault: Fault,
  work: (armed: () => void) => unknown,
  after: (error: unknown, nth: number) => unknown,
): Promise<number> {
  let failures = 0
  for (let nth = 1; ; nth += 1) {
    let disk: FailingWrites | undefined
    let error: unknown
    try {
      await work(() => {
        disk = failWritesFrom(nth, fault)
      })
    } catch (caught) {
      error = caught
    } finally {
      disk?.repair()
    }
    if (error !== undefined) failures += 1
    else if (!disk || disk.calls < nth) return failures
    await after(error, nth)
  }
}
