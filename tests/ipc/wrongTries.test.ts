import { describe, expect, it } from 'vitest'
import { delayAfter, LONGEST_DELAY_MS, WrongTries } from '../../electron/ipc/wrongTries.ts'
import { VaultError } from '../../shared/errors.ts'

function setUp() {
  const clock = { now: 5_000 }
  const tries = new WrongTries(() => clock.now)
  let runs = 0
  const wrong = () =>
    tries
      .attempt(async () => {
        runs += 1
        throw new VaultError('wrong_passphrase')
      })
      .catch((error: VaultError) => ({ code: error.code, ...error.details }))
  return { clock, tries, wrong, runs: () => runs }
}

it('delays grow as 0, 0, 1, 2, 4, 8, 16, 30, 30 seconds', () => {
  expect([1, 2, 3, 4, 5, 6, 7, 8, 9, 500].map(delayAfter)).toEqual([
    0, 0, 1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000, 30_000,
  ])
  expect(delayAfter(0)).toBe(0)
})

describe('wrong tries', () => {
  it('cost nothing twice, and then a time that the failure states', async () => {
    const { wrong } = setUp()
    expect(await wrong()).toEqual({ code: 'wrong_passphrase' })
    expect(await wrong()).toEqual({ code: 'wrong_passphrase' })
    expect(await wrong()).toEqual({ code: 'wrong_passphrase', retryAfterMs: 1_000 })
  })

  it('are not even tried before that time is over, and are at that moment', async () => {
    const { clock, wrong, runs } = setUp()
    for (let n = 0; n < 3; n += 1) await wrong()
    clock.now += 999
    expect(await wrong()).toEqual({ code: 'try_later', retryAfterMs: 1 })
    expect(runs()).toBe(3)
    clock.now += 1
    expect(await wrong()).toEqual({ code: 'wrong_passphrase', retryAfterMs: 2_000 })
    expect(runs()).toBe(4)
  })

  it('refused for being early do not make the wait longer', async () => {
    const { clock, wrong } = setUp()
    for (let n = 0; n < 3; n += 1) await wrong()
    for (let n = 0; n < 5; n += 1) await wrong()
    clock.now += 1_000
    expect(await wrong()).toMatchObject({ retryAfterMs: 2_000 })
  })

  it('never cost more than the longest delay', async () => {
    const { clock, wrong } = setUp()
    for (let n = 0; n < 20; n += 1) {
      clock.now += LONGEST_DELAY_MS
      await wrong()
    }
    expect(await wrong()).toEqual({ code: 'try_later', retryAfterMs: LONGEST_DELAY_MS })
  })

  it('are forgotten with the first right one', async () => {
    const { clock, tries, wrong } = setUp()
    for (let n = 0; n < 4; n += 1) {
      clock.now += LONGEST_DELAY_MS
      await wrong()
    }
    clock.now += LONGEST_DELAY_MS
    expect(await tries.attempt(async () => 'open')).toBe('open')
    expect(await wrong()).toEqual({ code: 'wrong_passphrase' })
  })

  it('are only those with a wrong secret', async () => {
    const { tries, wrong } = setUp()
    for (const code of ['vault_in_use', 'header_damaged', 'cancelled'] as const) {
      const failing = tries.attempt(() => Promise.reject(new VaultError(code)))
      await expect(failing).rejects.toMatchObject({ code })
    }
    await wrong()
    expect(await wrong()).toEqual({ code: 'wrong_passphrase' })
  })

  it('cannot be made side by side to get around the wait', async () => {
    const { tries, wrong, runs } = setUp()
    let release: (error: VaultError) => void = () => {}
    const held = tries.attempt(
      () =>
        new Promise<never>((_resolve, reject) => {
          release = reject
        }),
    )
    expect(await wrong()).toEqual({ code: 'try_later', retryAfterMs: 0 })
    expect(runs()).toBe(0)
    release(new VaultError('wrong_passphrase'))
    await expect(held).rejects.toMatchObject({ code: 'wrong_passphrase' })
    expect(await wrong()).toEqual({ code: 'wrong_passphrase' })
  })
})
