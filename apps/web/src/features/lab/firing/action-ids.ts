import 'server-only'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

import { z } from 'zod'

import { env } from '@kit/env'

const manifestSchema = z.object({
  node: z.record(z.string(), z.object({ filename: z.string(), exportedName: z.string() })),
})

/** The ids under which Next itself lists an app's actions, by `src/features/tasks/actions.ts#deleteTasksAction`. */
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
 * The id of an action. A development server knows one when somebody has been on a page that uses it, so `visit` is
 * called once where it is missing.
 * @param app the folder of the app that is built or developed
 * @returns undefined when it is not known then either
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
