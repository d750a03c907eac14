import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'

import { z } from 'zod'

import { webDirectory } from './environment'
import { send } from '../http/raw-http'
import { pageRoutes } from './page-routes'

/** A Server Action from Next's build manifest. */
export interface Endpoint {
  id: string
  /** Relative to the app, such as `src/features/members/actions.ts`. */
  file: string
  exportName: string
}

const manifestSchema = z.object({
  node: z.record(z.string(), z.object({ filename: z.string(), exportedName: z.string() })),
  edge: z.record(z.string(), z.unknown()),
})

/** @throws when the manifest can't be read, because it lists what to attack */
export function readManifest(file: string): Endpoint[] {
  const { node, edge } = manifestSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
  if (Object.keys(edge).length > 0)
    throw new Error('An action runs on the edge runtime, which this app does not use.')
  return Object.entries(node).map(([id, { filename, exportedName }]) => ({
    id,
    file: fromWebDirectory(filename),
    exportName: exportedName,
  }))
}

/** The bundler's paths are relative to its root, which is the app's folder or one above. */
function fromWebDirectory(filename: string): string {
  for (let root = webDirectory; ; root = path.dirname(root)) {
    const file = path.resolve(root, filename)
    if (existsSync(file)) return path.relative(webDirectory, file)
    if (root === path.dirname(root)) return filename
  }
}

/** Whether the server is `next dev`, whose replies contain stacks and paths by design. */
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

/** Returns the path of some page of a route. A page that needs an ID answers 404. */
const pathOf = (route: string) =>
  `${route.replace('[organization]', 'acme').replaceAll(/\[\w+\]/g, NOTHING)}?token=x`

const NOTHING = '00000000-0000-4000-8000-000000000000'

/** Visits every page, because a development server only lists the actions of visited pages. */
export async function compilePages(): Promise<void> {
  for (const route of pageRoutes())
    await send({ method: 'GET', path: pathOf(route), headers: { Accept: 'text/html' } })
}
