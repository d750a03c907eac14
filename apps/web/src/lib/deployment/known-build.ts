import 'server-only'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

import { z } from 'zod'

import { env } from '@kit/env'
import { actionKeyFrom } from '@kit/env/action-key'
import { describeError } from '@kit/log/describe-error'
import { logger } from '@kit/log/logger'

const manifestSchema = z.object({
  node: z.record(z.string(), z.unknown()),
  encryptionKey: z.string(),
})

export interface KnownBuild {
  actionIds: ReadonlySet<string>
  /**
   * The key that the build was made with, which may have been set on another machine, and the keys made from previous secrets.
   */
  keys: readonly string[]
}

let known: Promise<KnownBuild | undefined> | undefined

/**
 * Returns the actions and keys of this build. Undefined in development, where Next learns actions as pages are visited, and if
 * the build's files can't be read: unknown actions are still refused, but not counted.
 */
export function knownBuild(): Promise<KnownBuild | undefined> {
  known ??= env().NODE_ENV === 'production' ? readBuild().catch(unread) : Promise.resolve(undefined)
  return known
}

function unread(error: unknown): undefined {
  logger.error({ error: describeError(error) }, 'unknown actions are not counted')
}

async function readBuild(): Promise<KnownBuild> {
  const file = join(process.cwd(), '.next/server/server-reference-manifest.json')
  const { node, encryptionKey } = manifestSchema.parse(JSON.parse(await readFile(file, 'utf8')))
  const previous = env().BETTER_AUTH_SECRET_PREVIOUS.map((secret) => actionKeyFrom(secret))
  return { actionIds: new Set(Object.keys(node)), keys: [encryptionKey, ...previous] }
}
