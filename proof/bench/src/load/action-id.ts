import { join } from 'node:path'
import { readManifest } from '@kit/attacks/app/manifest'

/**
 * The ID of an action in the production build of an app.
 * @throws Error when the build has no action of this name
 */
export function actionId(app: string, exportName: string): string {
  const endpoints = readManifest(join(app, '.next/server/server-reference-manifest.json'))
  const found = endpoints.find((endpoint) => endpoint.exportName === exportName)
  if (!found) throw new Error(`The build of ${app} has no action ${exportName}.`)
  return found.id
}
