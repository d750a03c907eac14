import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import type { z } from 'zod'
import { configSchema, type Config } from './config'

export const CONFIG_FILE = 'action-audit.config.json'

export interface Settings {
  /** The base folder of paths in the configuration. */
  root: string
  config: Config
}

const loaded = new Map<string, Settings>()

/**
 * Returns the configuration of the nearest `action-audit.config.json` above a folder, or the defaults.
 * @throws if the file is invalid, because wrong names would make the results meaningless
 */
export function settingsFor(folder: string): Settings {
  const root = rootAbove(folder)
  const known = loaded.get(root ?? folder)
  if (known) return known
  const settings = { root: root ?? folder, config: read(root) }
  loaded.set(settings.root, settings)
  return settings
}

/** Whether a file is in this list or in one of these folders. */
export function isUnder({ root }: Settings, file: string, places: readonly string[]): boolean {
  const path = relative(root, file).split(sep).join('/')
  return places.some((place) => path === place || path.startsWith(`${place}/`))
}

function rootAbove(folder: string): string | undefined {
  if (existsSync(join(folder, CONFIG_FILE))) return folder
  const parent = dirname(folder)
  return parent === folder ? undefined : rootAbove(parent)
}

function read(root: string | undefined): Config {
  if (!root) return configSchema.parse({})
  const file = join(root, CONFIG_FILE)
  const parsed = configSchema.safeParse(json(file))
  if (parsed.success) return parsed.data
  throw new Error(parsed.error.issues.map((issue) => `${file}: ${sentence(issue)}`).join('\n'))
}

function json(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    throw new Error(`${file} is not valid JSON: ${error instanceof Error ? error.message : ''}`, {
      cause: error,
    })
  }
}

/** Explains an invalid setting and what is allowed. */
function sentence(issue: z.core.$ZodIssue): string {
  const path = issue.path.map(String).join('.')
  const here = path ? `"${path}"` : 'the file'
  if (issue.code === 'unrecognized_keys') {
    const place = path ? ` in "${path}"` : ''
    return `${issue.keys.map((key) => `"${key}"`).join(' and ')}${place} is not a setting.`
  }
  if (issue.code === 'invalid_value')
    return `${here} has to be one of: ${issue.values.map(String).join(', ')}.`
  if (issue.code === 'custom') return `${here} ${issue.message}.`
  if (issue.code === 'too_small') return `${here} has to be at least ${String(issue.minimum)}.`
  if (issue.code === 'too_big') return `${here} may be at most ${String(issue.maximum)}.`
  if (issue.code === 'invalid_type') return `${here} has to be of the type ${issue.expected}.`
  return `${here} is invalid: ${issue.message}.`
}
