import { sep } from 'node:path'
import type { Settings } from '../../config/load-config'
import type { Placed } from '../endpoints/describe-endpoint'
import { findingIn, pathOf } from '../findings/found'
import type { Inventory, InventoryFinding } from '../inventory'
import { readManifest, type Listed } from './manifest'

/** `require` fails without a build; `ignore` does not look for one, which may be older than the source. */
export type BuildUse = 'use' | 'require' | 'ignore'

interface Compared {
  apps: Inventory['apps']
  findings: InventoryFinding[]
  /** By file and export. */
  ids: ReadonlyMap<string, string>
}

/** Compares the endpoints in the source with Next's build manifest, and reports the difference. */
export function compareWithBuild(
  settings: Settings,
  apps: readonly string[],
  use: BuildUse,
  placed: readonly Placed[],
): Compared {
  const compared = apps.map((app) => compareApp(settings, app, use, placed))
  return {
    apps: compared.flatMap((each) => each.apps),
    findings: compared.flatMap((each) => each.findings),
    ids: new Map(compared.flatMap((each) => [...each.ids])),
  }
}

function compareApp(settings: Settings, app: string, use: BuildUse, placed: readonly Placed[]): Compared {
  const folder = pathOf(settings, app)
  const nothing = { findings: [], ids: new Map() }
  if (use === 'ignore') return { apps: [{ folder, build: 'ignored' }], ...nothing }
  const manifest = readManifest(app, settings.root)
  if (manifest.state !== 'read') {
    const message = `The build of ${folder || 'the app'} is ${manifest.state}, so its own list of endpoints was not compared.`
    const isFault = use === 'require' || manifest.state === 'unreadable'
    const findings = isFault ? [findingIn(folder, { rule: 'not-in-build', message })] : []
    return { apps: [{ folder, build: manifest.state }], findings, ids: new Map() }
  }
  const own = placed.filter(({ module }) => module.file.startsWith(`${app}${sep}`))
  return {
    apps: [{ folder, build: 'compared' }],
    findings: [
      ...notInSource(settings, manifest.listed, placed),
      ...notInBuild(settings, manifest.listed, own),
    ],
    ids: new Map(
      manifest.listed.map(({ id, file, exportName }) => [`${pathOf(settings, file)}#${exportName}`, id]),
    ),
  }
}

/** Next names inline actions by order of discovery. */
const INLINE = '$$RSC_SERVER_ACTION_'

function notInSource(
  settings: Settings,
  listed: readonly Listed[],
  placed: readonly Placed[],
): InventoryFinding[] {
  const known = new Set(placed.map(({ module, endpoint }) => `${module.file}#${endpoint.exportName}`))
  return listed
    .filter(
      ({ file, exportName }) => !known.has(`${file}#${exportName.startsWith(INLINE) ? '' : exportName}`),
    )
    .map(({ id, file, exportName }) =>
      findingIn(pathOf(settings, file), {
        rule: 'not-in-source',
        message: `The build has an endpoint "${exportName}" (${id}) that is not in the audited source.`,
        exportName,
      }),
    )
}

function notInBuild(
  settings: Settings,
  listed: readonly Listed[],
  placed: readonly Placed[],
): InventoryFinding[] {
  const known = new Set(listed.map(({ file, exportName }) => `${file}#${exportName}`))
  return placed
    .filter(
      ({ module, endpoint }) =>
        endpoint.form !== 'inline' && !known.has(`${module.file}#${endpoint.exportName}`),
    )
    .map(({ endpoint: { file, line, exportName } }) => ({
      file,
      line,
      column: 1,
      rule: 'not-in-build',
      message: `"${exportName}" is not in the build: nothing uses it, or the build is older than the source.`,
      exportName,
    }))
}
