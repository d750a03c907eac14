import { join } from 'node:path'
import { readManifest } from '@kit/attacks/app/manifest'
import { web } from '@kit/launcher/paths'

/**
 * The ID of an action in the production build.
 * @throws Error when the build has none of this name
 */
export function actionId(exportName: string): string {
  const endpoints = readManifest(join(web, '.next/server/server-reference-manifest.json'))
  const found = endpoints.find((endpoint) => endpoint.exportName === exportName)
  if (!found) throw new Error(`The build has no action ${exportName}.`)
  return found.id
}
