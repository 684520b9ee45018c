// Folders that both sides can use: the program, which may run as another user, and the test.
import { chown, cp, lchown, mkdtemp, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { currentRun } from './run.ts'

/**
 * A new empty folder that the program may write to and the test may read; removed with the run.
 * @param name a short word to know it by
 */
export async function workFolder(name = 'work'): Promise<string> {
  const { folder, user } = currentRun()
  const path = await mkdtemp(join(folder, 'work', `${name}-`))
  if (user) await chown(path, user.uid, user.gid)
  return path
}

/**
 * Gives a file or folder that the test made to the program, which then may change it.
 * @param paths each in a work folder
 */
export async function giveToProgram(...paths: string[]): Promise<void> {
  const { user } = currentRun()
  if (!user) return
  for (const path of paths) await chown(path, user.uid, user.gid)
}

/**
 * Copies what the program made out of its work folder, in place of what was there before; the copy
 * belongs to whoever runs the test.
 */
export async function collect(from: string, to: string): Promise<void> {
  await rm(to, { recursive: true, force: true })
  await cp(from, to, { recursive: true, preserveTimestamps: true })
  const { getuid, getgid } = process
  if (!getuid || !getgid) return
  // As root, a copy keeps the owner of the original.
  await chown(to, getuid(), getgid())
  for (const name of await readdir(to, { recursive: true })) {
    await lchown(join(to, name), getuid(), getgid())
  }
}
