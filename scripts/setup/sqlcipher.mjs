// SQLCipher for Node, which `npm run bench -- search` compares with and nothing else needs: so it
// is no dependency that everybody downloads. Its binaries are inside the package, nothing is compiled.
import { existsSync } from 'node:fs'
import { mkdtemp, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { nodeModules } from './paths.mjs'
import { fetchPinned } from './pinnedPackage.mjs'
import { PlainError, run } from './process.mjs'

const source = {
  package: 'better-sqlite3-multiple-ciphers@13.0.3',
  sha512:
    'UYabM82r1J84TLWc/SszoHs6XopWpl/2HCg3Nui1JUaFXg/VLswzkPowYiRhK/4CftI8dgtikwyZQecMldrGxQ==',
}

/** @returns {Promise<string>} the folder of the package; fetched when it is not there yet */
export async function sqlcipherPackage() {
  const target = join(nodeModules, '.emanet-sqlcipher-13.0.3')
  if (existsSync(target)) return target
  const work = await mkdtemp(join(nodeModules, '.emanet-sqlcipher-'))
  try {
    const tarball = await fetchPinned(source, work)
    const code = await run('tar', ['-xzf', tarball, '-C', work])
    if (code !== 0) throw new PlainError('SQLCipher could not be unpacked: see above.')
    await rename(join(work, 'package'), target)
  } finally {
    await rm(work, { recursive: true, force: true })
  }
  return target
}
