import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { valid } from 'semver'
import { describe, expect, it } from 'vitest'
import { root } from './paths'
import { manifests } from './workspace'

describe('versions', () => {
  it.each(manifests().map((manifest) => [manifest.name, manifest] as const))(
    'are not set by %s',
    (_name, manifest) => {
      // A peer dependency is installed by the user of the package, so it is a range.
      const { dependencies, devDependencies, optionalDependencies } = manifest
      const all = { ...dependencies, ...devDependencies, ...optionalDependencies }
      const own = Object.entries(all).filter(([, range]) => range !== 'catalog:' && range !== 'workspace:*')
      expect(own).toEqual([])
    },
  )

  it('are exact in the catalog', () => {
    const [, catalog = ''] = readFileSync(join(root, 'pnpm-workspace.yaml'), 'utf8').split(/^catalog:$/m)
    const [versions = ''] = catalog.split(/^\w+:$/m)
    const ranges = [...versions.matchAll(/^ {2}(\S+): (.+)$/gm)].filter(
      ([, , version]) => valid(version) !== version,
    )
    expect(catalog).not.toBe('')
    expect(ranges.map(([line]) => line)).toEqual([])
  })

  // Without a local pnpm, every `npx pnpm` asks the registry and reads all of node_modules.
  it('are the same for the local pnpm and the package manager', () => {
    const { packageManager } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      packageManager: string
    }
    const workspace = readFileSync(join(root, 'pnpm-workspace.yaml'), 'utf8')
    expect(`pnpm@${/^ {2}pnpm: (\d.*)$/m.exec(workspace)?.[1]}`).toBe(packageManager)
  })
})

describe('the lockfile', () => {
  it('names no registry, so it installs from any', () => {
    expect(readFileSync(join(root, 'pnpm-lock.yaml'), 'utf8')).not.toMatch(/https?:\/\/|tarball:/)
  })
})
