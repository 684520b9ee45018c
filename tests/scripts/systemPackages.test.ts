import { describe, expect, it } from 'vitest'
import {
  missingPackages,
  namesForRelease,
  packageGroups,
} from '../../scripts/setup/systemPackages.mjs'

describe('missing packages', () => {
  it('are those of which no name is installed', () => {
    const dpkg =
      'libgtk-3-0 installed\nlibnss3 installed\nlibgbm1 not-installed\nlibasound2t64 installed\n'
    expect(missingPackages(packageGroups.window, dpkg)).toEqual([['libgbm1']])
  })

  it('include a package that was removed and left its settings', () => {
    expect(missingPackages([['xvfb']], 'xvfb config-files\n')).toEqual([['xvfb']])
  })

  it('are all of them if dpkg knows none', () => {
    expect(missingPackages(packageGroups.peers, '')).toHaveLength(packageGroups.peers.length)
  })
})

describe('package names', () => {
  const gtk = [['libgtk-3-0t64', 'libgtk-3-0'], ['libnss3']]

  it.each([
    ['Debian 12', 'ID=debian\nVERSION_CODENAME=bookworm\n', 'libgtk-3-0'],
    ['Debian 13', 'ID=debian\nVERSION_CODENAME=trixie\n', 'libgtk-3-0t64'],
    ['Debian unstable', 'ID=debian\n', 'libgtk-3-0t64'],
    ['Ubuntu 22.04', 'VERSION_CODENAME=jammy\nUBUNTU_CODENAME=jammy\n', 'libgtk-3-0'],
    ['Ubuntu 24.04', 'VERSION_CODENAME="noble"\n', 'libgtk-3-0t64'],
    ['Mint on Ubuntu 22.04', 'VERSION_CODENAME=vera\nUBUNTU_CODENAME=jammy\n', 'libgtk-3-0'],
    ['Mint on Debian 12', 'VERSION_CODENAME=faye\nDEBIAN_CODENAME=bookworm\n', 'libgtk-3-0'],
  ])('are those of %s', (_, osRelease, name) => {
    expect(namesForRelease(gtk, osRelease)).toEqual([name, 'libnss3'])
  })
})
