import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import * as z from 'zod'
import { presets } from './presets'

const packageSchema = z.looseObject({
  dependencies: z.record(z.string(), z.string()).optional(),
  devDependencies: z.record(z.string(), z.string()).optional(),
})

/** The known packages in these folders and their parents, by what they prove. */
export function knownPackages(folders: readonly string[]): Record<string, string[]> {
  const used = new Set(folders.flatMap(dependenciesOf))
  return Object.fromEntries(
    Object.entries(presets).map(([subject, names]) => [subject, names.filter((name) => used.has(name))]),
  )
}

function dependenciesOf(folder: string): string[] {
  const file = join(folder, 'package.json')
  const parent = dirname(folder)
  const above = parent === folder ? [] : dependenciesOf(parent)
  if (!existsSync(file)) return above
  const parsed = packageSchema.safeParse(json(file))
  if (!parsed.success) return above
  const { dependencies = {}, devDependencies = {} } = parsed.data
  return [...Object.keys(dependencies), ...Object.keys(devDependencies), ...above]
}

function json(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}
