/** Work that pauses comes to the same in one go and in slices, and in slices others have their turns. */
import { afterEach, expect, it, vi } from 'vitest'
import { atOnce, Batches, inSlices, type Pausing, turn } from '../../electron/vault/slices.ts'

afterEach(() => {
  vi.restoreAllMocks()
})

function* counted(steps: number, onStep: () => void = () => {}): Pausing<number> {
  for (let step = 0; step < steps; step += 1) {
    onStep()
    yield
  }
  return steps
}

it('comes to the same', async () => {
  expect(atOnce(counted(5))).toBe(5)
  expect(await inSlices(counted(5))).toBe(5)
  expect(await inSlices(counted(0))).toBe(0)
})

it('lets others have a turn whenever its time is up', async () => {
  let clock = 0
  vi.spyOn(performance, 'now').mockImplementation(() => clock)
  let done = 0
  const seen: number[] = []
  const look = () => {
    seen.push(done)
    if (done < 100) setImmediate(look)
  }
  setImmediate(look)
  await inSlices(
    counted(100, () => {
      done += 1
      clock += 4
    }),
  )
  for (const [place, count] of seen.entries())
    expect(count - (seen[place - 1] ?? 0)).toBeLessThanOrEqual(3)
  expect(seen.at(-1)).toBeGreaterThanOrEqual(99)
})

it('throws where the work does', async () => {
  function* failing(): Pausing<never> {
    yield
    throw new Error('as expected')
  }
  expect(() => atOnce(failing())).toThrow('as expected')
  await expect(inSlices(failing())).rejects.toThrow('as expected')
})

it('lets one of all who wait go on in each turn of the loop', async () => {
  let loop = 0
  const count = () => {
    loop += 1
    if (loop < 100) setImmediate(count)
  }
  setImmediate(count)
  const wentOn: { readonly who: string; readonly loop: number }[] = []
  const work = async (who: string) => {
    for (let slice = 0; slice < 5; slice += 1) {
      await turn()
      wentOn.push({ who, loop })
    }
  }
  await Promise.all([work('a'), work('b'), work('c')])
  expect(new Set(wentOn.map((each) => each.loop)).size).toBe(15)
  expect(wentOn.map(({ who }) => who).join('')).toBe('abc'.repeat(5))
})

it('lets the others go on when one that waited throws', async () => {
  const failing = turn().then(() => {
    throw new Error('as expected')
  })
  const [first, second] = await Promise.allSettled([failing, turn()])
  expect([first.status, second.status]).toEqual(['rejected', 'fulfilled'])
  await turn()
})

it('does few at once at first, and then the most that was said', () => {
  const batches = new Batches(8)
  expect(Array.from({ length: 6 }, () => batches.next())).toEqual([1, 2, 4, 8, 8, 8])
  const odd = new Batches(5)
  expect(Array.from({ length: 5 }, () => odd.next())).toEqual([1, 2, 4, 5, 5])
})
