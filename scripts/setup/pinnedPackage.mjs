// A package that only some commands need: fetched by the npm client when it is asked for, and
// checked against a hash written down here, as npm does for what is in the lock file.
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { PlainError, pathWithoutProject, run } from './process.mjs'

/**
 * @typedef {object} PinnedPackage
 * @property {string} package name@version
 * @property {string} sha512 of its tarball, in base64
 */

/**
 * @param {PinnedPackage} source
 * @param {string} folder where to put the tarball
 * @returns {Promise<string>} the tarball, which is what it should be
 */
export async function fetchPinned(source, folder) {
  // npm keeps what it fetched in its cache, so a second clone on this machine reads it from there.
  const code = await run(
    'npm',
    ['pack', '--silent', '--ignore-scripts', '--pack-destination', folder, source.package],
    {
      cwd: folder,
      env: { ...process.env, PATH: pathWithoutProject() },
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  )
  if (code !== 0) throw new PlainError(`npm could not fetch ${source.package}: see above.`)
  const tarball = join(folder, tarballName(source.package))
  const hash = createHash('sha512')
  await pipeline(createReadStream(tarball), hash)
  if (hash.digest('base64') !== source.sha512) {
    throw new PlainError(
      `${source.package} is not the file this project expects: its hash differs.`,
    )
  }
  return tarball
}

/**
 * What npm calls it: @scope/name@1.2.3 → scope-name-1.2.3.tgz
 * @param {string} name
 */
const tarballName = (name) => `${name.replace(/^@/, '').replaceAll(/[/@]/g, '-')}.tgz`
