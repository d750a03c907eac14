import { describe, expect, it } from 'vitest'
import { compareVersions, installedVersions, versionFloors } from './version-floors'

describe('what is installed', () => {
  it.each(Object.entries(versionFloors))('%s is at %s or later', (name, floor) => {
    const versions = installedVersions(name)
    expect(versions).not.toEqual([])
    expect(versions.filter((version) => compareVersions(version, floor) < 0)).toEqual([])
  })
})

describe('installedVersions', () => {
  it('finds every version, and no package that only sounds alike', () => {
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

describe('compareVersions', () => {
  it.each([
    ['1.9.0', '1.10.0'],
    ['1.7.9', '1.7.16'],
    ['2.0.0-beta.1', '2.0.0'],
    ['0.45.9', '1.0.0'],
  ])('%s is older than %s', (older, newer) => {
    expect(compareVersions(older, newer)).toBeLessThan(0)
    expect(compareVersions(newer, older)).toBeGreaterThan(0)
  })

  it('takes equal ones for equal', () => {
    expect(compareVersions('1.2.3', '1.2.3')).toBe(0)
  })
})
