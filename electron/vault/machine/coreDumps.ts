/**
 * No core dumps: a process that crashes must not leave its memory on the disk. Node cannot set a limit of its own
 * process, so `prlimit` of util-linux does it from outside, for this process and those it has started already; what
 * they start later inherits it.
 *
 * The limit is one byte and not zero: Linux ignores a limit of zero where dumps are piped to a collector
 * (core_pattern with `|`), and refuses to dump at all at one.
 */
import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'

const CORE_LIMIT = 1
const PRLIMIT = ['/usr/bin/prlimit', '/bin/prlimit']

/**
 * True when no process of this program can leave a core dump, as far as this system tells. Elsewhere than on Linux
 * dumps are off unless somebody asked for them, and there is nothing to read or to set: true.
 */
export function forbidCoreDumps(): boolean {
  if (process.platform !== 'linux') return true
  const own = [process.pid, ...descendants(process.pid)]
  for (const pid of own) if (coreLimit(pid) !== CORE_LIMIT) lower(pid)
  return own.every((pid) => isSmall(coreLimit(pid)))
}

/** Zero is as good as one where it stands already and dumps go to a file; `lower` is tried on it all the same. */
const isSmall = (limit: number | undefined): boolean => limit === undefined || limit <= CORE_LIMIT

function lower(pid: number): void {
  for (const tool of PRLIMIT) {
    try {
      const limit = `--core=${CORE_LIMIT}:${CORE_LIMIT}`
      execFileSync(tool, ['--pid', String(pid), limit], { stdio: 'ignore', env: {} })
      return
    } catch {
      // Not there, or the process has ended; the limits are read afterwards.
    }
  }
}

/** The limit in force, in bytes; undefined when the process is gone. A hard limit of zero cannot be raised to one. */
export function coreLimit(pid: number): number | undefined {
  try {
    const limits = readFileSync(`/proc/${pid}/limits`, 'utf8')
    const [, soft = ''] = /^Max core file size\s+(\S+)/m.exec(limits) ?? []
    return soft === 'unlimited' ? Number.POSITIVE_INFINITY : Number(soft)
  } catch {
    return undefined
  }
}

/** Processes that this one has started, and those that they have. */
function descendants(parent: number): number[] {
  const children = new Map<number, number[]>()
  for (const name of readdirSync('/proc')) {
    const pid = Number(name)
    if (!(pid > 0)) continue
    try {
      // The name in brackets may hold anything; the parent's number follows the state after it.
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
      const above = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])
      children.set(above, [...(children.get(above) ?? []), pid])
    } catch {
      // Ended in the meantime.
    }
  }
  const found: number[] = []
  for (let next = [parent]; next.length > 0; ) {
    next = next.flatMap((pid) => children.get(pid) ?? [])
    found.push(...next)
  }
  return found
}
