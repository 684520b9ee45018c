// Where things are in the checkout, for every script. No script works from the current folder.
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The checkout. */
export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '')

export const nodeModules = join(root, 'node_modules')

/** npm's commands of the dependencies (`tsc`, `biome`, …), and `node` of the pinned version. */
export const binFolder = join(nodeModules, '.bin')

/** The Electron runtime: the official download or the stand-in, in the place Electron's own package looks. */
export const electronPackage = join(nodeModules, 'electron')
export const electronDist = join(electronPackage, 'dist')
