import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'

import { z } from 'zod'

import { webDirectory } from './environment'
import { send } from '../http/raw-http'
import { pageRoutes } from './page-routes'

/** A Server Action that can be called over HTTP, as Next itself lists it. */
export interface Endpoint {
  id: string
  /** From the app's folder, as in `src/features/members/actions.ts`. */
  file: string
  exportName: string
}

const manifestSchema = z.object({
  node: z.record(z.string(), z.object({ filename: z.string(), exportedName: z.string() })),
  edge: z.record(z.string(), z.unknown()),
})

/** @throws when the manifest cannot be read: without it nobody knows what has to be attacked. */
export function readManifest(file: string): Endpoint[] {
  const { node, edge } = manifestSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
  if (Object.keys(edge).length > 0)
    throw new Error('An action runs on the edge runtime, where this app has none.')
  return Object.entries(node).map(([id, { filename, exportedName }]) => ({
    id,
    file: fromWebDirectory(filename),
    exportName: exportedName,
  }))
}

/** The bundler names files from the folder that it takes for the root, which is the app's or any above it. */
function fromWebDirectory(filename: string): string {
  for (let root = webDirectory; ; root = path.dirname(root)) {
    const file = path.resolve(root, filename)
    if (existsSync(file)) return path.relative(webDirectory, file)
    if (root === path.dirname(root)) return filename
  }
}

/** True when the server under test is `next dev`, whose replies carry stacks and paths by design. */
export async function isDevelopmentServer(): Promise<boolean> {
  const buildId = path.join(webDirectory, '.next/BUILD_ID')
  if (!existsSync(buildId)) return true
  const build = readFileSync(buildId, 'utf8').trim()
  const { status } = await send({
    method: 'GET',
    path: `/_next/static/${build}/_buildManifest.js`,
    headers: {},
  })
  return status !== 200
}

export function manifestFile(development: boolean): string {
  return path.join(webDirectory, development ? '.next/dev' : '.next', 'server/server-reference-manifest.json')
}

/** The address of some page of a route; a page that needs an id shows that there is no such thing. */
const addressOf = (route: string) =>
  `${route.replace('[organization]', 'acme').replaceAll(/\[\w+\]/g, NOTHING)}?token=x`

const NOTHING = '00000000-0000-4000-8000-000000000000'

/** A development server lists the actions of a page once somebody has been there. */
export async function compilePages(): Promise<void> {
  for (const route of pageRoutes())
    await send({ method: 'GET', path: addressOf(route), headers: { Accept: 'text/html' } })
}
