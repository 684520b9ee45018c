import { FuseV1Options } from '@electron/fuses'
import { expect, it } from 'vitest'
import { FUSES } from '../../electron/packaging/fuses.ts'

const names = Object.keys(FuseV1Options).filter((name) => Number.isNaN(Number(name)))

it('every fuse of Electron is decided on', () => {
  expect(Object.keys(FUSES).sort()).toEqual(names.sort())
})

it('the fuses that let another program in are off', () => {
  const off = Object.entries(FUSES).filter(([, on]) => !on)
  expect(off.map(([name]) => name).sort()).toEqual([
    'EnableNodeCliInspectArguments',
    'EnableNodeOptionsEnvironmentVariable',
    'GrantFileProtocolExtraPrivileges',
    'LoadBrowserProcessSpecificV8Snapshot',
    'RunAsNode',
  ])
})
