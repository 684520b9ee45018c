// The operating system's view of the program (Linux): which processes belong to it, whether the
// sandbox holds them, and that none is left. Electron starts many, a program that starts itself
// again leaves its parent, and sandboxed ones hide their environment; so a process belongs to a run
// if its command line or its environment names the run's folder, or if it descends from such a one.
import { readdir, readFile } from 'node:fs/promises'

export interface ProgramProcess {
  readonly pid: number
  readonly parent: number
  /** Its command line, with spaces between the arguments (Chromium rewrites its own that way). */
  readonly command: string
  /** Chromium's name of its kind: `browser` is the main process, then `renderer`, `gpu-process`, … */
  readonly type: string
  /** 2: the system calls of all its threads are filtered. */
  readonly seccomp: number
  readonly uid: number
}

/** Every process of the run or launch that owns this folder. */
export async function survivors(folder: string): Promise<ProgramProcess[]> {
  const all = (await Promise.all((await pids()).map((pid) => inspect(pid, folder)))).filter(
    (found) => found !== undefined,
  )
  const belonging = new Set(all.filter(({ named }) => named).map(({ process }) => process.pid))
  for (let before = -1; before !== belonging.size; ) {
    before = belonging.size
    for (const { process } of all) if (belonging.has(process.parent)) belonging.add(process.pid)
  }
  return all.map(({ process }) => process).filter(({ pid }) => belonging.has(pid))
}

/** Ends processes at once and waits until they are gone. */
export async function terminate(processes: readonly ProgramProcess[]): Promise<void> {
  for (const { pid } of processes) {
    try {
      process.kill(pid, 'SIGKILL')
    } catch {
      // Gone already.
    }
  }
  for (const { pid } of processes) while (!hasEnded(await read(pid, 'status'))) await pause(10)
}

/** Waits until no process of the folder is left. */
export async function untilNoneIsLeft(folder: string, milliseconds: number): Promise<boolean> {
  for (const end = Date.now() + milliseconds; Date.now() < end; await pause(50)) {
    if ((await survivors(folder)).length === 0) return true
  }
  return false
}

async function pids(): Promise<number[]> {
  if (process.platform !== 'linux') return []
  return (await readdir('/proc')).map(Number).filter((pid) => pid > 0 && pid !== process.pid)
}

async function inspect(pid: number, folder: string) {
  const command = (await read(pid, 'cmdline')).replaceAll('\0', ' ').trim()
  // After the command line, which is empty once a process has ended.
  const status = await read(pid, 'status')
  if (hasEnded(status)) return undefined
  const field = (name: string) =>
    Number(status.match(new RegExp(`^${name}:\\s*(\\d+)`, 'm'))?.[1] ?? -1)
  const named = command.includes(folder) || (await read(pid, 'environ')).includes(folder)
  return {
    named: named && isElectron(command),
    process: {
      pid,
      parent: field('PPid'),
      command,
      type: command.match(/ --type=(\S+)/)?.[1] ?? 'browser',
      seccomp: field('Seccomp'),
      uid: field('Uid'),
    } satisfies ProgramProcess,
  }
}

/** The test runner's own processes carry the run's folder in their environment too. */
function isElectron(command: string): boolean {
  return /^\S*(electron|crashpad_handler)( |$)/.test(command)
}

async function read(pid: number, name: string): Promise<string> {
  try {
    return await readFile(`/proc/${pid}/${name}`, 'utf8')
  } catch {
    return ''
  }
}

/** A zombie has ended and holds no memory; only its parent has not asked for its exit code yet. */
function hasEnded(status: string): boolean {
  const state = status.match(/^State:\s*(\w)/m)?.[1]
  return state === undefined || state === 'Z' || state === 'X'
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}
