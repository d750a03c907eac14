import 'server-only'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

import { z } from 'zod'

import { env } from '@kit/env'

import { computedId } from './computed-id'

const manifestSchema = z.object({
  node: z.record(z.string(), z.object({ filename: z.string(), exportedName: z.string() })),
  encryptionKey: z.string(),
})

/**
 * Next's ID of an action. A development server lists only the actions of pages it has compiled, so the IDs of all others are
 * computed the way Next does.
 * @param file from the app's folder
 * @param app the app's folder
 */
export async function actionIdOf(file: string, exportName: string, app = process.cwd()): Promise<string> {
  const { node, encryptionKey } = manifestSchema.parse(JSON.parse(await readFile(manifestOf(app), 'utf8')))
  const listed = Object.entries(node).find(
    ([, { filename, exportedName }]) => filename.endsWith(`/${file}`) && exportedName === exportName,
  )
  const [{ filename } = { filename: file }] = Object.values(node)
  const folder = filename.slice(0, filename.indexOf('src/'))
  return listed?.[0] ?? computedId(encryptionKey, folder + file, exportName)
}

/** The file in which a build lists its actions. */
export function manifestOf(app: string): string {
  const build = env().NODE_ENV === 'development' ? '.next/dev' : '.next'
  return join(app, build, 'server/server-reference-manifest.json')
}
