import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import * as z from 'zod'

/** An endpoint in the build manifest. */
export interface Listed {
  id: string
  /** Absolute. */
  file: string
  exportName: string
}

const entrySchema = z.object({ filename: z.string(), exportedName: z.string() })
const manifestSchema = z.object({
  node: z.record(z.string(), entrySchema),
  edge: z.record(z.string(), entrySchema),
})

/** Cached functions are in the same list, but can't be called. */
const CACHE = '$$RSC_SERVER_CACHE_'

export type Manifest = { state: 'absent' | 'unreadable' } | { state: 'read'; listed: Listed[] }

/** The build manifest of an app. */
export function readManifest(app: string, root: string): Manifest {
  const path = join(app, '.next/server/server-reference-manifest.json')
  if (!existsSync(path)) return { state: 'absent' }
  const parsed = manifestSchema.safeParse(json(path))
  // Before Next 16 the manifest has IDs without names, so it can't be compared.
  if (!parsed.success) return { state: 'unreadable' }
  const entries = [...Object.entries(parsed.data.node), ...Object.entries(parsed.data.edge)]
  const listed = entries
    .filter(([, { exportedName }]) => !exportedName.startsWith(CACHE))
    .map(([id, { filename, exportedName }]) => ({
      id,
      file: placed(filename, app, root),
      exportName: exportedName,
    }))
  return { state: 'read', listed }
}

function json(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return undefined
  }
}

/** The bundler's paths are relative to its root: the app, the repository, or a folder in between. */
function placed(filename: string, app: string, root: string): string {
  const candidates = [app]
  for (let folder = app; folder !== root && folder !== resolve(folder, '..');) {
    folder = resolve(folder, '..')
    candidates.push(folder)
  }
  return candidates.map((folder) => resolve(folder, filename)).find(existsSync) ?? resolve(app, filename)
}
