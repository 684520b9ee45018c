// What a suite's run came to, from its exit code and its JSON report, and the sum over all suites.
// Nothing is passed by default: a suite that crashed, left no report or ran no test is one failure.
import { stripVTControlCharacters } from 'node:util'

/**
 * @typedef {object} Result
 * @property {number} passed
 * @property {number} failed
 * @property {number} skipped
 * @property {readonly string[]} failures for each failure a line, and below it why, where that is known
 */

/** Lines of a reason that are kept: the end of a long log shows them all, and the whole stands further up. */
const REASON_LINES = 12

/**
 * @param {string} line
 * @param {string | undefined} reason
 */
function withReason(line, reason) {
  if (!reason) return line
  const lines = stripVTControlCharacters(reason).split('\n').slice(0, REASON_LINES)
  return [line, ...lines.map((text) => `    ${text}`)].join('\n')
}

/**
 * A check that is passed or failed as a whole.
 * @param {string} suite
 * @param {number} exitCode
 * @returns {Result}
 */
export function wholeResult(suite, exitCode) {
  return exitCode === 0
    ? { passed: 1, failed: 0, skipped: 0, failures: [] }
    : failure(`${suite}: failed with exit code ${exitCode}`)
}

/**
 * A suite that could not be run.
 * @param {string} line why, with the suite's name
 * @returns {Result}
 */
export function failure(line) {
  return { passed: 0, failed: 1, skipped: 0, failures: [line] }
}

/**
 * @typedef {object} VitestReport the part of its JSON report (in the form of Jest) that is read
 * @property {readonly { name: string, status: string,
 *   assertionResults: readonly { status: string, fullName: string,
 *     failureMessages?: readonly string[] | null }[] }[]} testResults
 */

/**
 * @param {string} suite
 * @param {number} exitCode
 * @param {VitestReport | undefined} report undefined if there is none
 * @param {(file: string) => string} [shorten] how a file is named in a line
 * @returns {Result}
 */
export function vitestResult(suite, exitCode, report, shorten = (file) => file) {
  const tests = (report?.testResults ?? []).flatMap(({ name, status, assertionResults }) => {
    const file = shorten(name)
    const inFile = assertionResults.map((test) => ({
      status: test.status,
      line: `${suite}: ${file} › ${test.fullName}`,
      reason: test.failureMessages?.[0],
    }))
    // A file that could not be loaded, or whose hooks failed, is failed without a failed test.
    const ownFault = status === 'failed' && !inFile.some((test) => test.status === 'failed')
    return ownFault ? [...inFile, { status: 'failed', line: `${suite}: ${file}` }] : inFile
  })
  return sumTests(suite, exitCode, tests)
}

/**
 * @typedef {object} PlaywrightSuite
 * @property {readonly { title: string, file: string, tests: readonly PlaywrightTest[] }[]} [specs]
 * @property {readonly PlaywrightSuite[]} [suites]
 *
 * @typedef {object} PlaywrightTest
 * @property {string} status
 * @property {readonly { error?: { message?: string } }[]} [results] one for each try
 *
 * @typedef {object} PlaywrightReport the part of its JSON report that is read
 * @property {readonly PlaywrightSuite[]} suites
 * @property {readonly { message?: string }[]} errors what went wrong outside of the tests
 */

/** Playwright's words for the outcome of a test; `flaky` is one that failed at first. */
const playwrightStatus = new Map([
  ['expected', 'passed'],
  ['skipped', 'skipped'],
])

/**
 * @param {string} suite
 * @param {number} exitCode
 * @param {PlaywrightReport | undefined} report undefined if there is none
 * @returns {Result}
 */
export function playwrightResult(suite, exitCode, report) {
  const specs = (report?.suites ?? []).flatMap(specsOf)
  const tests = specs.flatMap(({ file, title, tests }) =>
    tests.map(({ status, results }) => ({
      status: playwrightStatus.get(status) ?? 'failed',
      line: `${suite}: ${file} › ${title}`,
      reason: results?.[0]?.error?.message,
    })),
  )
  const errors = (report?.errors ?? []).map(({ message = 'an error outside of the tests' }) => ({
    status: 'failed',
    line: `${suite}: ${message.split('\n')[0]}`,
  }))
  return sumTests(suite, exitCode, [...tests, ...errors])
}

/**
 * @param {PlaywrightSuite} suite
 * @returns {NonNullable<PlaywrightSuite['specs']>}
 */
function specsOf({ specs = [], suites = [] }) {
  return [...specs, ...suites.flatMap(specsOf)]
}

/**
 * @param {string} suite
 * @param {number} exitCode
 * @param {readonly { status: string, line: string, reason?: string | undefined }[]} tests
 * @returns {Result}
 */
function sumTests(suite, exitCode, tests) {
  const passed = tests.filter(({ status }) => status === 'passed').length
  const failures = tests
    .filter(({ status }) => status === 'failed')
    .map(({ line, reason }) => withReason(line, reason))
  const skipped = tests.length - passed - failures.length
  if (failures.length === 0 && exitCode !== 0) {
    failures.push(`${suite}: ended with exit code ${exitCode}, and no test says why`)
  } else if (failures.length === 0 && passed === 0) {
    failures.push(`${suite}: no test was run`)
  }
  return { passed, failed: failures.length, skipped, failures }
}

/**
 * @param {readonly Result[]} results
 * @returns {Result}
 */
export function sum(results) {
  const add = (/** @type {'passed' | 'failed' | 'skipped'} */ key) =>
    results.reduce((total, result) => total + result[key], 0)
  return {
    passed: add('passed'),
    failed: add('failed'),
    skipped: add('skipped'),
    failures: results.flatMap(({ failures }) => failures),
  }
}

/**
 * The last line of a run.
 * @param {Result} result
 */
export function summaryLine({ passed, failed, skipped }) {
  const line = `${passed} passed, ${failed} failed`
  return skipped === 0 ? line : `${line}, ${skipped} skipped`
}
