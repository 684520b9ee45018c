/** Gives a folder with everything in it to the program, which may run as another user. */
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { giveToProgram } from '../support/electron/folders.ts'

export async function giveTree(folder: string): Promise<void> {
  const entries = await readdir(folder, { recursive: true })
  await giveToProgram(folder, ...entries.map((entry) => join(folder, entry)))
}
