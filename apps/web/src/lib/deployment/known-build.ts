import 'server-only'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

import { z } from 'zod'

import { env } from '@kit/env'

const manifestSchema = z.object({
  node: z.record(z.string(), z.unknown()),
  encryptionKey: z.string(),
})

export interface KnownBuild {
  actionIds: ReadonlySet<string>
  /** The key that the build was made with, which may have been set on another machine. */
  key: string
}

let known: Promise<KnownBuild | undefined> | undefined

/** Returns what this build can answer to. Undefined in development, where Next learns actions as pages are visited. */
export function knownBuild(): Promise<KnownBuild | undefined> {
  known ??= env().NODE_ENV === 'production' ? readBuild() : Promise.resolve(undefined)
  return known
}

async function readBuild(): Promise<KnownBuild> {
  const file = join(process.cwd(), '.next/server/server-reference-manifest.json')
  const { node, encryptionKey } = manifestSchema.parse(JSON.parse(await readFile(file, 'utf8')))
  return { actionIds: new Set(Object.keys(node)), key: encryptionKey }
}
