import { appendFileSync } from 'node:fs'
import { join } from 'node:path'
import { runProgram } from '../command/run-program'
import type { Generated } from '../command/generated'
import type { Tree } from '../tree/tree'
import type { NewDomain } from './domain'

const folder = 'packages/db/drizzle'
const journal = `${folder}/meta/_journal.json`

/** The migration that drizzle-kit writes for the new table, and the line in it that protects the table. */
export function migrationOf(tree: Tree, { one, many, fields }: NewDomain): Generated {
  const { entries } = JSON.parse(tree.read(journal))
  const number = String(entries.length).padStart(4, '0')
  const name = many.snake
  const migration = `${folder}/${number}_${name}.sql`
  const columns = fields.map((field) => field.name.snake).join(',')
  return {
    paths: [migration, journal, `${folder}/meta/${number}_snapshot.json`],
    generate: async (root) => {
      await runProgram(join(root, 'packages/db'), 'drizzle-kit', ['generate', '--name', name])
      appendFileSync(
        join(root, migration),
        `--> statement-breakpoint\nSELECT protect_tenant_table('${one.snake}', writable_columns => '{${columns}}', visible_to_admins => false);\n`,
      )
    },
  }
}
