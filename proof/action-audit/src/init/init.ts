import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { CONFIG_FILE, settingsFor } from '../config/load-config'
import type { Inventory } from '../inventory/inventory'
import { nextApps } from '../inventory/files/next-apps'
import { takeInventory } from '../inventory/take-inventory'
import { Project } from '../project/project'
import { knownPackages } from './packages'
import { proposals } from './proposals'

/** Prints the known packages and guards, and proposes a configuration for the rest. Writes no file. */
export function initCommand(folder: string, write: (text: string) => void): 0 {
  const settings = settingsFor(folder)
  const project = new Project()
  const inventory = takeInventory({ project, settings }, { build: 'ignore', folder })
  const packages = Object.entries(knownPackages([folder, ...nextApps(settings)]))
  const guards = proposals(inventory, { project, settings })
  const count = Object.keys(guards).length
  const lines = [
    'Packages that need no configuration:',
    ...packages.map(([subject, names]) => `  ${subject.padEnd(10)} ${names.join(', ') || 'none'}`),
    '',
    'Analyzed guards and what they prove:',
    ...(proofs(inventory).map((line) => `  ${line}`) || []),
    '',
    ...(count === 0
      ? ['Every guard could be analyzed. You need no configuration.']
      : [
          `${count} could not be analyzed. Check what each proves and add this to ${CONFIG_FILE}:`,
          '',
          JSON.stringify({ guards }, null, 2),
        ]),
    ...(existsSync(join(folder, CONFIG_FILE))
      ? ['', `${CONFIG_FILE} already exists and was not changed.`]
      : []),
    '',
  ]
  write(lines.join('\n'))
  return 0
}

/** Each guard once, with its number of endpoints. */
function proofs({ endpoints, entryPoints }: Inventory): string[] {
  const counts = new Map<string, number>()
  for (const { guards } of [...endpoints, ...entryPoints]) {
    for (const column of ['authentication', 'authorization', 'limits'] as const) {
      const { status, at, by } = guards[column]
      if (status !== 'proven' || !at) continue
      const key = `${column}: ${by} (${at.file}:${at.line})`
      counts.set(key, (counts.get(key) ?? 0) + 1)
    }
  }
  return [...counts]
    .toSorted(([, left], [, right]) => right - left)
    .slice(0, 20)
    .map(([key, count]) => `${key}, ${count === 1 ? '1 endpoint' : `${count} endpoints`}`)
}
