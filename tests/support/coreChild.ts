/** Real processes for tests that kill one: the scripts of tests/support/children, run by this Node. */
import { type ChildProcess, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { afterEach } from 'vitest'

const running = new Set<ChildProcess>()

afterEach(() => {
  for (const child of running) child.kill('SIGKILL')
  running.clear()
})

export interface Child {
  readonly process: ChildProcess
  readonly pid: number
  /** Resolves once the child has written this line, or has ended without it. */
  says(line: string): Promise<boolean>
  /** Resolves with everything it wrote, after its end. */
  readonly ended: Promise<{
    readonly output: string
    readonly errors: string
    readonly signal: NodeJS.Signals | null
    readonly code: number | null
  }>
}

export function child(script: string, ...args: readonly string[]): Child {
  const path = fileURLToPath(new URL(`./children/${script}.ts`, import.meta.url))
  const started = spawn(process.execPath, [path, ...args], { stdio: ['pipe', 'pipe', 'pipe'] })
  running.add(started)
  let output = ''
  let errors = ''
  started.stdout.setEncoding('utf8').on('data', (text) => {
    output += text
  })
  started.stderr.setEncoding('utf8').on('data', (text) => {
    errors += text
  })
  const ended = new Promise<Awaited<Child['ended']>>((resolve) => {
    started.once('close', (code, signal) => {
      running.delete(started)
      resolve({ output, errors, signal, code })
    })
  })
  const has = (line: string) => output.split('\n').includes(line)
  const says = (line: string) =>
    new Promise<boolean>((resolve) => {
      const check = () => has(line) && resolve(true)
      started.stdout.on('data', check)
      void ended.then(() => resolve(has(line)))
      check()
    })
  return { process: started, pid: started.pid ?? 0, says, ended }
}
