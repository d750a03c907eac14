import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './paths'

export interface Manifest {
  name: string
  scripts?: Record<string, string>
  dependencies?: Record<string, string>
  devDependencies?: Record<string, string>
  peerDependencies?: Record<string, string>
  optionalDependencies?: Record<string, string>
}

/** Every package.json of the repository, the root first. */
export function manifests(): Manifest[] {
  const groups = ['apps', 'packages', 'proof', 'tooling'].map((group) => join(root, group))
  const folders = groups.flatMap((group) => readdirSync(group).map((name) => join(group, name)))
  return [root, ...folders]
    .map((folder) => join(folder, 'package.json'))
    .filter((file) => existsSync(file))
    .map((file): Manifest => JSON.parse(readFileSync(file, 'utf8')))
}
