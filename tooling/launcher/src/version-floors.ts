import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './paths'

/** The first version of each package without the holes that are known. */
export const versionFloors: Record<string, string> = {
  'better-auth': '1.7.16',
  'drizzle-orm': '0.45.2',
  next: '16.4.5',
  'next-safe-action': '8.5.5',
  nodemailer: '10.1.4',
  react: '19.3.1',
  'react-dom': '19.3.1',
  sharp: '0.35.5',
  zod: '4.6.6',
}

/** Every version of the package in node_modules, whoever brought it there. */
export function installedVersions(name: string, lockfile = readInstalledLockfile()): string[] {
  const [, packages = ''] = lockfile.split(/^packages:$/m)
  const entry = new RegExp(`^ {2}'?${name.replace('/', '\\/')}@(\\d[^'():]*)'?:`, 'gm')
  return [...packages.matchAll(entry)].flatMap(([, version]) => version ?? []).filter(unique)
}

/** Below zero when `a` is the older one. A version before a release (`1.0.0-beta`) is older than it. */
export function compareVersions(a: string, b: string): number {
  const [left = [], right = []] = [a, b].map((version) =>
    (version.split('-')[0] ?? '').split('.').map(Number),
  )
  for (const index of [0, 1, 2]) {
    const difference = (left[index] ?? 0) - (right[index] ?? 0)
    if (difference !== 0) return difference
  }
  return Number(!a.includes('-')) - Number(!b.includes('-'))
}

/** What pnpm has put into node_modules, in its own words. */
function readInstalledLockfile(): string {
  return readFileSync(join(root, 'node_modules/.pnpm/lock.yaml'), 'utf8')
}

function unique<T>(value: T, index: number, all: T[]): boolean {
  return all.indexOf(value) === index
}
