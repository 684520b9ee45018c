/**
 * The most memory this process had at once, in megabytes. Not `maxRSS` where it can be helped: on Linux a process
 * begins with its parent's, whatever it then takes itself.
 */
import { readFileSync } from 'node:fs'

export function peakMemoryMB(): number {
  if (process.platform !== 'linux') return process.resourceUsage().maxRSS / 1024
  const peak = /^VmHWM:\s*(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]
  if (peak === undefined) throw new Error('the system does not say how much memory was used')
  return Number(peak) / 1024
}
