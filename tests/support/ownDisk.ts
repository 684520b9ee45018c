/**
 * Runs a child script with a small disk (tmpfs) of its own, in a mount namespace that ends with it. Needs
 * Linux and the right to mount in a namespace; where that is not given, `canMount` is false.
 */
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const run = (script: string, ...args: string[]) =>
  spawnSync('unshare', ['--mount', '--map-root-user', 'sh', '-euc', script, 'sh', ...args], {
    encoding: 'utf8',
  })

export const canMount =
  process.platform === 'linux' && run('mount -t tmpfs -o size=64k t "$1"', '/mnt').status === 0

const child = (name: string) => fileURLToPath(new URL(`./children/${name}.ts`, import.meta.url))

export interface DiskStep {
  /** Script of tests/support/children with its arguments; the disk's path follows them. */
  readonly script: string
  readonly args?: readonly string[]
  /** Make the disk read-only before this step. */
  readonly readOnly?: boolean
}

/** Runs the steps one after the other on one disk at `mountPoint`; gives the JSON the last one wrote. */
export function onOwnDisk(mountPoint: string, size: string, steps: readonly DiskStep[]): unknown {
  const lines = ['mount -t tmpfs -o "size=$2" t "$1"']
  for (const [index, { script, args = [], readOnly }] of steps.entries()) {
    if (readOnly) lines.push('mount -o remount,ro "$1"')
    const call = `"$3" ${[child(script), ...args].map((arg) => `'${arg}'`).join(' ')} "$1"`
    // Earlier steps may kill themselves; the last one has to end well.
    lines.push(index < steps.length - 1 ? `${call} || true` : call)
  }
  const { status, stdout, stderr } = run(lines.join('\n'), mountPoint, size, process.execPath)
  if (status !== 0) throw new Error(`the steps failed: ${stderr}`)
  return JSON.parse(stdout)
}
