import { writeFileSync } from 'node:fs'
import path from 'node:path'

import { settingsFor } from '@kit/action-audit/config/load-config'
import { takeInventory } from '@kit/action-audit/inventory/take-inventory'
import { Project } from '@kit/action-audit/project/project'

import { webDirectory } from '../fixtures/environment'
import { attackCounts } from './attack-counts'

// A build that lies about may be older than the source.
const { endpoints } = takeInventory(
  { project: new Project(), settings: settingsFor(webDirectory) },
  { build: 'ignore' },
)
// They are only counted, so any address will do; whoever starts a build may mean something else by the name.
process.env.BASE_URL = 'http://localhost:3000'
const attacks = attackCounts()
writeFileSync(
  path.join(webDirectory, 'inventory.json'),
  JSON.stringify(endpoints.map((endpoint) => ({ ...endpoint, attacks: attacks[endpoint.exportName] ?? 0 }))),
)
