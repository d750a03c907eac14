import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'

import { webDirectory } from '@kit/attacks/app/environment'
import { auditOfSource } from 'action-audit/testing/audit-of-source'

import { matrix } from '../attacks/matrix'
import { attackCounts } from './attack-counts'
import { definitionOf } from './definition-of'
import { labAttacks } from './lab-attacks'
import { extraCode, lessonCode } from './lesson-code'
import { rulePages } from './rule-pages'
import { standIns } from './stand-ins'

// Written to a temporary folder and renamed, so a page never reads half of it.
const folder = path.join(webDirectory, 'lab-data')
const draft = `${folder}-${process.pid}`

const write = (name: string, value: unknown) =>
  writeFileSync(path.join(draft, `${name}.json`), JSON.stringify(value))

// The attacks use this origin, which the lab replaces with the app's own. A BASE_URL in the environment is
// meant for something else.
process.env.BASE_URL = 'http://localhost:3000'

try {
  mkdirSync(path.join(draft, 'attacks'), { recursive: true })
  const { endpoints } = auditOfSource()
  const attacks = attackCounts()
  write(
    'inventory',
    endpoints.map((endpoint) => ({
      ...endpoint,
      attacks: attacks[endpoint.exportName] ?? 0,
      definition: definitionOf(endpoint),
    })),
  )
  // The lab's own action is not a target, because it would attack itself.
  for (const row of matrix.filter(({ file }) => !file.includes('features/lab/')))
    write(`attacks/${row.exportName}`, labAttacks(row))
  write('stand-ins', standIns())
  write('lessons', lessonCode())
  write('extras', extraCode())
  write('rules', rulePages())
  rmSync(folder, { recursive: true, force: true })
  renameSync(draft, folder)
} finally {
  rmSync(draft, { recursive: true, force: true })
}
