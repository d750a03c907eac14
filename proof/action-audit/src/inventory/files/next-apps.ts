import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Settings } from '../../config/load-config'

const configs = ['ts', 'mts', 'js', 'mjs', 'cjs'].map((extension) => `next.config.${extension}`)

/** The folders of Next apps: those in the configuration, or those with a `next.config`, up to two levels deep. */
export function nextApps({ root, config }: Settings): string[] {
  if (config.apps) return config.apps.map((app) => join(root, app))
  return appsBelow(root)
}

export function appsBelow(folder: string): string[] {
  return [folder, ...below(folder), ...below(folder).flatMap(below)].filter((each) =>
    configs.some((name) => existsSync(join(each, name))),
  )
}

function below(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.') && entry.name !== 'node_modules')
    .map(({ name }) => join(folder, name))
}
