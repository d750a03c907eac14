import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './paths'

/** The first version of each package without known vulnerabilities. */
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

/** Every installed version of a package, direct dependencies and others. */
export function installedVersions(name: string, lockfile = readInstalledLockfile()): string[] {
  const [, packages = ''] = lockfile.split(/^packages:$/m)
  const entry = new RegExp(`^ {2}'?${name.replace('/', '\\/')}@(\\d[^'():]*)'?:`, 'gm')
  return [...new Set([...packages.matchAll(entry)].flatMap(([, version]) => version ?? []))]
}

/** The lockfile pnpm writes for what it installed. */
function readInstalledLockfile(): string {
  return readFileSync(join(root, 'node_modules/.pnpm/lock.yaml'), 'utf8')
}
