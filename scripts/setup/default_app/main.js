// What the stand-in Electron starts first: it opens the app whose folder is on the command line,
// as Electron's own default app does (`electron [switches] [-r module] folder [arguments]`).
// It is an ES module, so that Electron waits with `ready` until the app's main file has run.
import { existsSync, readFileSync } from 'node:fs'
import Module, { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { app as publicApp } from 'electron'

// Electron's own default app uses these three too; they are in no type declaration.
/** @typedef {{ setVersion(version: string): void, setAppPath(path: string): void }} AppSetters */
const app = /** @type {typeof publicApp & AppSetters} */ (publicApp)
const { _preloadModules: preloadModules } =
  /** @type {{ _preloadModules(modules: string[]): void }} */ (/** @type {unknown} */ (Module))

/** The first argument that is not a switch, and the modules to load before it. */
function parseArguments(/** @type {string[]} */ args) {
  /** @type {string[]} */
  const preload = []
  for (let i = 0; i < args.length; i += 1) {
    const arg = args[i] ?? ''
    if (arg === '-r' || arg === '--require') {
      i += 1
      preload.push(args[i] ?? '')
    } else if (!arg.startsWith('-')) {
      return { preload, folder: arg }
    }
  }
  return { preload, folder: undefined }
}

async function start() {
  const { preload, folder } = parseArguments(process.argv.slice(1))
  if (folder === undefined) throw new Error('Usage: electron FOLDER [ARGUMENTS]')

  const appPath = resolve(folder)
  const manifest = JSON.parse(readFileSync(join(appPath, 'package.json'), 'utf8'))
  Object.defineProperty(process, 'defaultApp', { enumerable: true, value: true })
  if (manifest.version) app.setVersion(manifest.version)
  app.name = manifest.productName ?? manifest.name ?? 'Electron'
  app.setAppPath(appPath)

  // better-sqlite3's own binary needs a newer Node-API than this Electron has; the one that was
  // compiled for it lies beside the program. The app knows no more than this variable.
  const binding = join(dirname(process.execPath), 'better_sqlite3-napi9.node')
  if (existsSync(binding)) process.env.EMANET_SQLITE_BINDING ??= binding

  preloadModules(preload)
  const main = createRequire(join(appPath, 'package.json')).resolve(appPath)
  await import(pathToFileURL(main).href)
}

try {
  await start()
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.stack : error}\n`)
  app.exit(1)
}
