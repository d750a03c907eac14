import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import * as z from 'zod'

const packageSchema = z.object({
  version: z.string(),
  homepage: z.string().optional(),
  bin: z.looseObject({ 'action-audit': z.string() }),
})

/** Finds the audit's own package, from source or compiled code. */
export function ownPackage(from = import.meta.dirname): {
  folder: string
  version: string
  homepage?: string
} {
  const file = join(from, 'package.json')
  const parsed = existsSync(file) && packageSchema.safeParse(JSON.parse(readFileSync(file, 'utf8')))
  if (!parsed || !parsed.success) {
    if (dirname(from) === from) throw new Error('The action-audit package is incomplete. Reinstall it.')
    return ownPackage(dirname(from))
  }
  const { version, homepage } = parsed.data
  return { folder: from, version, ...(homepage !== undefined && { homepage }) }
}

/** The page of a rule, in Markdown. */
export function pageOf(folder: string, rule: string): string | undefined {
  const file = join(folder, 'docs/rules', `${rule}.md`)
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined
}
