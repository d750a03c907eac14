import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import * as z from 'zod'

const settingsSchema = z.looseObject({
  extends: z.union([z.string(), z.array(z.string())]).optional(),
  compilerOptions: z
    .looseObject({
      baseUrl: z.string().optional(),
      paths: z.record(z.string(), z.array(z.string())).optional(),
    })
    .optional(),
})

/** The TypeScript settings of one file, without its base settings. */
export interface OwnSettings {
  file: string
  /** The missing base settings. */
  missing: string | undefined
  /** The possible paths of an import, most likely first. */
  candidates: (source: string) => string[]
}

/** Whether an import failed because of the settings instead of a missing file. */
export function isSettingsError(error: string | undefined): boolean {
  return error !== undefined && /tsconfig/i.test(error)
}

/** The nearest `tsconfig.json` above a folder. */
export function ownSettings(folder: string): OwnSettings | undefined {
  const file = join(folder, 'tsconfig.json')
  if (!existsSync(file)) {
    const parent = dirname(folder)
    return parent === folder ? undefined : ownSettings(parent)
  }
  const parsed = settingsSchema.safeParse(json(readFileSync(file, 'utf8')))
  if (!parsed.success) return { file, missing: undefined, candidates: (source) => [source] }
  const { compilerOptions, extends: bases = [] } = parsed.data
  const missing = [bases].flat().find((base) => !isThere(folder, base))
  const from = resolve(folder, compilerOptions?.baseUrl ?? '.')
  const paths = Object.entries(compilerOptions?.paths ?? {})
  return {
    file,
    missing,
    candidates: (source) => [
      ...paths.flatMap(([pattern, targets]) =>
        matched(pattern, targets, source).map((each) => resolve(from, each)),
      ),
      source,
    ],
  }
}

function matched(pattern: string, targets: readonly string[], source: string): string[] {
  const [start = '', end] = pattern.split('*')
  if (end === undefined) return source === pattern ? [...targets] : []
  if (!source.startsWith(start) || !source.endsWith(end)) return []
  const middle = source.slice(start.length, source.length - end.length)
  return targets.map((target) => target.replace('*', middle))
}

function isThere(folder: string, base: string): boolean {
  if (base.startsWith('.') || base.startsWith('/'))
    return ['', '.json'].some((end) => existsSync(resolve(folder, base + end)))
  const place = join(folder, 'node_modules', base)
  if (['', '.json', '/tsconfig.json'].some((end) => existsSync(place + end))) return true
  const parent = dirname(folder)
  return parent !== folder && isThere(parent, base)
}

/** JSON with comments and trailing commas, as TypeScript accepts it. */
function json(text: string): unknown {
  const plain = text
    .replace(/("(?:\\.|[^"\\])*")|\/\/[^\n]*|\/\*[\s\S]*?\*\//g, '$1')
    .replace(/,(\s*[}\]])/g, '$1')
  try {
    return JSON.parse(plain)
  } catch {
    return undefined
  }
}
