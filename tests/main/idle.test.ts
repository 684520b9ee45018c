import { describe, expect, it } from 'vitest'
import { IdleClock, JOB_GRACE_SECONDS } from '../../electron/main/idle.ts'

function setUp() {
  const world = { now: 0, systemIdle: 0, dialog: false, jobs: false }
  const clock = new IdleClock({
    now: () => world.now,
    systemIdle: () => world.systemIdle,
    dialogOpen: () => world.dialog,
    jobsRunning: () => world.jobs,
  })
  return { world, clock }
}

describe('the idle clock', () => {
  it('locks when nothing came to the windows for as long as the settings say', () => {
    const { world, clock } = setUp()
    world.now = 599
    expect(clock.mustLock(10)).toBe(false)
    world.now = 600
    expect(clock.mustLock(10)).toBe(true)
  })

  it('begins anew with each touch', () => {
    const { world, clock } = setUp()
    world.now = 599
    clock.touch()
    world.now = 600 + 598
    expect(clock.mustLock(10)).toBe(false)
    world.now = 600 + 599
    expect(clock.mustLock(10)).toBe(true)
  })

  it('does not take work in another program for work in this one', () => {
    const { world, clock } = setUp()
    world.now = 600
    world.systemIdle = 0
    expect(clock.mustLock(10)).toBe(true)
  })

  it('counts the system while a dialog is open, whose input it does not see', () => {
    const { world, clock } = setUp()
    Object.assign(world, { now: 600, dialog: true, systemIdle: 5 })
    expect(clock.mustLock(10)).toBe(false)
    world.systemIdle = 600
    expect(clock.mustLock(10)).toBe(true)
  })

  it('lets a job finish, but not for ever', () => {
    const { world, clock } = setUp()
    Object.assign(world, { now: 600 + JOB_GRACE_SECONDS - 1, jobs: true })
    expect(clock.mustLock(10)).toBe(false)
    world.now += 1
    expect(clock.mustLock(10)).toBe(true)
  })
})
