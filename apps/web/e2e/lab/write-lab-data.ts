import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'

import { settingsFor } from '@kit/action-audit/config/load-config'
import { takeInventory } from '@kit/action-audit/inventory/take-inventory'
import { Project } from '@kit/action-audit/project/project'

import { matrix } from '../attacks/matrix'
import { webDirectory } from '@kit/attacks/app/environment'
import { attackCounts } from './attack-counts'
import { labAttacks } from './lab-attacks'
import { lessonCode } from './lesson-code'
import { standIns } from './stand-ins'

// A build that lies about may be older than the source.
const { endpoints } = takeInventory(
  { project: new Project(), settings: settingsFor(webDirectory) },
  { build: 'ignore' },
)
// Stands for the app's own in what the lab fires; whoever starts a build may mean something else by the name.
process.env.BASE_URL = 'http://localhost:3000'
const attacks = attackCounts()
writeFileSync(
  path.join(webDirectory, 'inventory.json'),
  JSON.stringify(endpoints.map((endpoint) => ({ ...endpoint, attacks: attacks[endpoint.exportName] ?? 0 }))),
)

// What the lab fires at the app that runs. It is none of its own targets: it would fire at itself for ever.
const folder = path.join(webDirectory, 'lab-attacks')
rmSync(folder, { recursive: true, force: true })
mkdirSync(folder)
for (const row of matrix.filter(({ file }) => !file.includes('features/lab/')))
  writeFileSync(path.join(folder, `${row.exportName}.json`), JSON.stringify(labAttacks(row)))
writeFileSync(path.join(webDirectory, 'lab-stand-ins.json'), JSON.stringify(standIns()))
writeFileSync(path.join(webDirectory, 'lab-lessons.json'), JSON.stringify(lessonCode()))
