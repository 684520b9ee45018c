// In a child process: limits that were lowered cannot be raised again.
import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const module = fileURLToPath(
  new URL('../../../electron/vault/machine/coreDumps.ts', import.meta.url),
)

/** Runs in a shell that set the limit first: [what is said, own limit, the limit of a child started before]. */
function run(ulimit: string): { forbidden: boolean; own: number; earlier: number; later: string } {
  const program = `
    import { spawn, execFileSync } from 'node:child_process'
    import { once } from 'node:events'
    const { forbidCoreDumps, coreLimit } = await import(${JSON.stringify(module)})
    const child = spawn('sleep', ['30'])
    await once(child, 'spawn')
    const forbidden = forbidCoreDumps()
    const later = execFileSync('sh', ['-c', 'ulimit -H -c unlimited 2>/dev/null; cat /proc/self/limits'], { encoding: 'utf8' })
    process.stdout.write(JSON.stringify({
      forbidden,
      own: coreLimit(process.pid),
      earlier: coreLimit(child.pid),
      later: later.match(/Max core file size\\s+(\\S+)/)[1],
    }))
    child.kill()
  `
  const script = `${ulimit}; exec "$0" --input-type=module --no-warnings -e "$1"`
  return JSON.parse(
    execFileSync('sh', ['-c', script, process.execPath, program], { encoding: 'utf8' }),
  )
}

describe.runIf(process.platform === 'linux')('core dumps', () => {
  it('are off in this process, in those it has started and in those it starts later', () => {
    expect(run('ulimit -c unlimited')).toEqual({
      forbidden: true,
      own: 1,
      earlier: 1,
      later: expect.stringMatching(/^[01]$/),
    })
  })

  it('are off where they were off already', () => {
    const found = run('ulimit -c 0')
    expect(found.forbidden).toBe(true)
    expect(found.own).toBeLessThanOrEqual(1)
  })
})
