// Where set-up speaks: standard output, or standard error for commands whose standard output
// belongs to their result.

/**
 * @typedef {object} Output
 * @property {(line: string) => void} say
 * @property {import('node:child_process').StdioOptions} stdio for the programs that set-up starts
 */

/** @type {Output} */
export const toStdout = {
  say: (line) => void process.stdout.write(`${line}\n`),
  stdio: ['ignore', 'inherit', 'inherit'],
}

/** @type {Output} */
export const toStderr = {
  say: (line) => void process.stderr.write(`${line}\n`),
  stdio: ['ignore', 2, 2],
}
