import { expect, it } from 'vitest'
import { failure, type Result, wholeResult } from '../../scripts/test/results.mjs'
import { runSuites, type Suite, suites } from '../../scripts/test/suites.mjs'

const suite = (name: string, result: Result | Error, needs?: string): Suite => ({
  name,
  ...(needs === undefined ? {} : { needs }),
  run: () => (result instanceof Error ? Promise.reject(result) : Promise.resolve(result)),
})
const silent = () => {}

it('runs every suite, also after one that failed', async () => {
  const results = await runSuites(
    [suite('types', wholeResult('types', 1)), suite('lint', wholeResult('lint', 0))],
    [],
    silent,
  )
  expect(results.map(({ passed, failed }) => [passed, failed])).toEqual([
    [0, 1],
    [1, 0],
  ])
})

it('counts a suite whose program cannot be started as one failure', async () => {
  const [result] = await runSuites([suite('lint', new Error('ENOENT'))], [], silent)
  expect(result).toMatchObject({ passed: 0, failed: 1 })
  expect(result?.failures[0]).toContain('lint')
})

it('does not test the windows of a program that could not be built', async () => {
  const results = await runSuites(
    [suite('build', failure('build: broken')), suite('e2e', wholeResult('e2e', 0), 'build')],
    [],
    silent,
  )
  expect(results[1]?.failures).toEqual(['e2e: not run, because build failed'])
})

it('hands the filters to every suite', async () => {
  const seen: (readonly string[])[] = []
  const watching: Suite = {
    name: 'unit',
    run: async (filters) => {
      seen.push(filters)
      return wholeResult('unit', 0)
    },
  }
  await runSuites([watching], ['tests/vault'], silent)
  expect(seen).toEqual([['tests/vault']])
})

it('has types, lint, unit, build and end to end, and builds before it opens windows', () => {
  expect(suites.map(({ name }) => name)).toEqual([
    'types',
    'lint',
    'unused',
    'unit',
    'build',
    'e2e',
  ])
  expect(suites.find(({ name }) => name === 'e2e')?.needs).toBe('build')
})
