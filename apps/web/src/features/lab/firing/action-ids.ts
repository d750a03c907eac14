import 'server-only'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

import { z } from 'zod'

import { env } from '@kit/env'

const manifestSchema = z.object({
  node: z.record(z.string(), z.object({ filename: z.string(), exportedName: z.string() })),
})

/** Next's action IDs, by `src/features/tasks/actions.ts#deleteTasksAction`. */
async function readActionIds(app: string): Promise<Map<string, string>> {
  const build = env().NODE_ENV === 'development' ? '.next/dev' : '.next'
  const file = join(app, build, 'server/server-reference-manifest.json')
  const { node } = manifestSchema.parse(JSON.parse(await readFile(file, 'utf8')))
  return new Map(
    Object.entries(node).map(([id, { filename, exportedName }]) => [
      `${filename.slice(filename.indexOf('src/'))}#${exportedName}`,
      id,
    ]),
  )
}

/**
 * The ID of an action. A development server only knows it after a page was visited, so `visit` runs if it's missing.
 * @param app the app's folder
 * @returns undefined if it's still unknown
 */
export async function actionIdOf(
  name: string,
  visit: () => Promise<unknown>,
  app = process.cwd(),
): Promise<string | undefined> {
  const known = (await readActionIds(app)).get(name)
  if (known !== undefined) return known
  await visit()
  return (await readActionIds(app)).get(name)
}
