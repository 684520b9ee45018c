/** What V8 is told makes it collect, and takes no memory. */
import process from 'node:process'
import { expect, it } from 'vitest'
import { tellOfGarbage } from '../../../electron/vault/machine/garbage.ts'

it('has what was let go collected, beside other work and without memory of its own', async () => {
  const gone: string[] = []
  const registry = new FinalizationRegistry<string>((name) => gone.push(name))
  // Old enough that only a collection of the whole heap finds it.
  let kept: object[] | undefined = Array.from({ length: 1000 }, () => ({ rows: new Array(100) }))
  for (let round = 0; round < 200; round += 1) {
    Array.from({ length: 10_000 }, () => ({}))
    await new Promise((resolve) => setImmediate(resolve))
  }
  for (const each of kept) registry.register(each, 'kept')
  kept = undefined
  const before = process.memoryUsage().rss
  tellOfGarbage()
  expect(process.memoryUsage().rss - before).toBeLessThan(32 * 1024 * 1024)
  for (let turns = 0; turns < 2000 && gone.length === 0; turns += 1) {
    Array.from({ length: 1000 }, () => ({}))
    await new Promise((resolve) => setTimeout(resolve, 1))
  }
  expect(gone.length).toBeGreaterThan(0)
}, 60_000)
