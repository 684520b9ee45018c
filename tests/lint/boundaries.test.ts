/**
 * The folders are the architecture: for every import boundary of biome.json one violation is planted in a copy
 * of the tree's shape, and the lint must fail there, with the reason written in the rule, and nowhere else.
 */
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('../../', import.meta.url))

interface Override {
  includes: string[]
  linter: {
    rules: {
      style: {
        noRestrictedImports: { options: { patterns: { group: string[]; message: string }[] } }
      }
    }
  }
}
const { overrides } = JSON.parse(readFileSync(path.join(root, 'biome.json'), 'utf8')) as {
  overrides: Override[]
}

const concrete = (pattern: string) =>
  pattern
    .replace('node:*', 'node:fs')
    .replace(/^\*\*\//, '../../')
    .replace('/**', '/planted.ts')

const folders = overrides.flatMap((override) => override.includes)
const violations = overrides.flatMap((override) =>
  override.includes.flatMap((folder) =>
    override.linter.rules.style.noRestrictedImports.options.patterns.flatMap((pattern) =>
      pattern.group.map((group) => ({
        folder,
        specifier: concrete(group),
        message: pattern.message,
      })),
    ),
  ),
)
const plantedFile = (folder: string, index: number | string) =>
  folder.replace('**', `planted${index}.ts`)

let tree = ''
const found = new Map<string, string>()

beforeAll(() => {
  tree = mkdtempSync(path.join(tmpdir(), 'boundaries-'))
  cpSync(path.join(root, 'biome.json'), path.join(tree, 'biome.json'))
  const plant = (file: string, line: string) => {
    mkdirSync(path.dirname(path.join(tree, file)), { recursive: true })
    writeFileSync(path.join(tree, file), line)
  }
  violations.forEach(({ folder, specifier }, index) => {
    plant(plantedFile(folder, index), `import '${specifier}'\n`)
  })
  for (const folder of folders) plant(plantedFile(folder, 'Clean'), "import './neighbour.ts'\n")
  const run = spawnSync(
    process.execPath,
    [
      path.join(root, 'node_modules/@biomejs/biome/bin/biome'),
      'lint',
      '--only=style/noRestrictedImports',
      '--max-diagnostics=none',
      '--vcs-enabled=false',
      '--reporter=github',
    ],
    { cwd: tree, encoding: 'utf8' },
  )
  expect(run.status).not.toBe(0)
  for (const line of run.stdout.split('\n')) {
    const file = /file=([^,]+),/.exec(line)?.[1]
    if (file !== undefined) found.set(path.relative(tree, file), line)
  }
})

afterAll(() => rmSync(tree, { recursive: true, force: true }))

describe('import boundaries', () => {
  it.each(violations.map((violation, index) => ({ ...violation, index })))(
    '$folder does not import $specifier',
    ({ folder, index, message }) => {
      const line = found.get(plantedFile(folder, index)) ?? ''
      expect(line).not.toBe('')
      expect(line).toContain(message)
    },
  )

  it.each(folders)('%s may import its neighbour', (folder) => {
    expect(found.has(plantedFile(folder, 'Clean'))).toBe(false)
  })

  it.each([
    'shared/**',
    'renderer/**',
    'renderer/unlock/**',
    'renderer/workspace/**',
    'electron/main/**',
    'electron/ipc/**',
    'electron/preload/**',
    'electron/cli/**',
    'electron/vault/**',
    'electron/vault/ledger/**',
    'electron/vault/objects/**',
    'electron/vault/db/**',
    'electron/vault/crypto/**',
  ])('%s has a boundary', (layer) => {
    expect(folders).toContain(layer)
  })
})
