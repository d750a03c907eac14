import { lt } from 'semver'
import { describe, expect, it } from 'vitest'
import { installedVersions, versionFloors } from './version-floors'

describe('installed packages', () => {
  it.each(Object.entries(versionFloors))('%s is at %s or later', (name, floor) => {
    const versions = installedVersions(name)
    expect(versions).not.toEqual([])
    expect(versions.filter((version) => lt(version, floor))).toEqual([])
  })
})

describe('installedVersions', () => {
  it('finds every version, and no package with a similar name', () => {
    const lockfile = [
      'importers:',
      '  zod@1.0.0:',
      'packages:',
      '  react@19.3.1:',
      '  react-dom@19.0.0:',
      "  '@scope/react@1.0.0':",
      '  react@18.0.0-rc.1:',
      'snapshots:',
      '  react@19.3.1(peer@1.0.0): {}',
    ].join('\n')
    expect(installedVersions('react', lockfile)).toEqual(['19.3.1', '18.0.0-rc.1'])
    expect(installedVersions('@scope/react', lockfile)).toEqual(['1.0.0'])
    expect(installedVersions('zod', lockfile)).toEqual([])
  })
})
