import { describe, expect, it } from 'vitest'
import {
  failure,
  playwrightResult,
  sum,
  summaryLine,
  vitestResult,
  wholeResult,
} from '../../scripts/test/results.mjs'

const vitestFile = (status: string, ...tests: [status: string, fullName: string][]) => ({
  name: '/checkout/tests/a.test.ts',
  status,
  assertionResults: tests.map(([status, fullName]) => ({ status, fullName })),
})

describe('a check as a whole', () => {
  it('is one passed or one failed', () => {
    expect(wholeResult('types', 0)).toMatchObject({ passed: 1, failed: 0, failures: [] })
    expect(wholeResult('types', 2)).toMatchObject({
      passed: 0,
      failed: 1,
      failures: ['types: failed with exit code 2'],
    })
  })
})

describe('the unit suite', () => {
  it('counts passed, failed and skipped tests and names the failed ones', () => {
    const report = {
      testResults: [
        vitestFile('failed', ['passed', 'one'], ['failed', 'vault opens'], ['skipped', 'three']),
        vitestFile('passed', ['passed', 'four'], ['todo', 'five'], ['pending', 'six']),
      ],
    }
    const shorten = (file: string) => file.replace('/checkout/', '')
    expect(vitestResult('unit', 1, report, shorten)).toEqual({
      passed: 2,
      failed: 1,
      skipped: 3,
      failures: ['unit: tests/a.test.ts › vault opens'],
    })
  })

  it('says below a failed test why it failed, without colours and no longer than needed', () => {
    const long = Array.from({ length: 40 }, (_, at) => `at ${at}`).join('\n')
    const report = {
      testResults: [
        {
          name: 'a.test.ts',
          status: 'failed',
          assertionResults: [
            {
              status: 'failed',
              fullName: 'vault opens',
              failureMessages: [`\u001b[31mexpected 1, not 2\u001b[39m\n${long}`],
            },
          ],
        },
      ],
    }
    const [why = ''] = vitestResult('unit', 1, report).failures
    expect(why.split('\n').slice(0, 3)).toEqual([
      'unit: a.test.ts › vault opens',
      '    expected 1, not 2',
      '    at 0',
    ])
    expect(why.split('\n')).toHaveLength(13)
  })

  it('is failed by a file that could not be loaded', () => {
    const report = { testResults: [vitestFile('failed'), vitestFile('passed', ['passed', 'one'])] }
    expect(vitestResult('unit', 1, report)).toMatchObject({
      passed: 1,
      failed: 1,
      failures: ['unit: /checkout/tests/a.test.ts'],
    })
  })

  it('is failed by a hook that fails after its tests have passed', () => {
    const report = { testResults: [vitestFile('failed', ['passed', 'one'])] }
    expect(vitestResult('unit', 1, report)).toMatchObject({ passed: 1, failed: 1 })
  })

  it('is failed by an exit code that no test explains', () => {
    const report = { testResults: [vitestFile('passed', ['passed', 'one'])] }
    expect(vitestResult('unit', 1, report)).toMatchObject({
      passed: 1,
      failed: 1,
      failures: ['unit: ended with exit code 1, and no test says why'],
    })
  })

  it.each([
    ['a crash before the report', 139, undefined],
    ['no report', 0, undefined],
    ['no file', 0, { testResults: [] }],
    ['only skipped tests', 0, { testResults: [vitestFile('passed', ['skipped', 'one'])] }],
  ])('is one failure with %s', (_, exitCode, report) => {
    const result = vitestResult('unit', exitCode, report)
    expect(result).toMatchObject({ passed: 0, failed: 1 })
    expect(result.failures).toHaveLength(1)
  })
})

describe('the end-to-end suite', () => {
  const spec = (title: string, ...statuses: string[]) => ({
    title,
    file: 'e2e/lock.spec.ts',
    tests: statuses.map((status) => ({ status })),
  })

  it('counts the tests of nested groups', () => {
    const report = {
      suites: [
        {
          specs: [spec('locks', 'expected')],
          suites: [{ specs: [spec('unlocks', 'unexpected'), spec('waits', 'skipped')] }],
        },
      ],
      errors: [],
    }
    expect(playwrightResult('e2e', 1, report)).toEqual({
      passed: 1,
      failed: 1,
      skipped: 1,
      failures: ['e2e: e2e/lock.spec.ts › unlocks'],
    })
  })

  it('says below a failed test why it failed', () => {
    const failed = {
      title: 'locks',
      file: 'lock.spec.ts',
      tests: [{ status: 'unexpected', results: [{ error: { message: 'no window\nwas seen' } }] }],
    }
    expect(playwrightResult('e2e', 1, { suites: [{ specs: [failed] }], errors: [] })).toMatchObject(
      { failures: ['e2e: lock.spec.ts › locks\n    no window\n    was seen'] },
    )
  })

  it('takes a test that passes at the second try for failed', () => {
    const report = { suites: [{ specs: [spec('locks', 'flaky')] }], errors: [] }
    expect(playwrightResult('e2e', 0, report)).toMatchObject({ passed: 0, failed: 1 })
  })

  it('is failed by an error outside of the tests', () => {
    const report = {
      suites: [{ specs: [spec('locks', 'expected')] }],
      errors: [{ message: 'Xvfb ended\nstack' }],
    }
    expect(playwrightResult('e2e', 1, report)).toMatchObject({
      passed: 1,
      failed: 1,
      failures: ['e2e: Xvfb ended'],
    })
  })

  it.each([
    ['a crash before the report', 1, undefined],
    ['no test', 0, { suites: [], errors: [] }],
  ])('is one failure with %s', (_, exitCode, report) => {
    expect(playwrightResult('e2e', exitCode, report)).toMatchObject({ passed: 0, failed: 1 })
  })
})

describe('the last line', () => {
  it('is the sum over all suites', () => {
    const total = sum([wholeResult('types', 0), failure('e2e: not run'), wholeResult('lint', 0)])
    expect(summaryLine(total)).toBe('2 passed, 1 failed')
    expect(total.failures).toEqual(['e2e: not run'])
  })

  it('names skipped tests only if there are any', () => {
    const result = { passed: 3, failed: 0, skipped: 2, failures: [] }
    expect(summaryLine(result)).toBe('3 passed, 0 failed, 2 skipped')
  })
})
