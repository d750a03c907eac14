import { appendFileSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { runProgram } from '../command/run-program'
import type { Generated } from '../command/generated'
import type { Tree } from '../tree/tree'
import type { NewDomain } from './domain'

const folder = 'packages/db/drizzle'
const journal = `${folder}/meta/_journal.json`

interface Journal {
  entries: { idx: number; when: number }[]
}

/** Generates the new table's migration with drizzle-kit, and adds the lines that protect the table and index its search. */
export function migrationOf(tree: Tree, { one, many, fields }: NewDomain): Generated {
  const { entries }: Journal = JSON.parse(tree.read(journal))
  const last = entries.at(-1)
  const number = String((last?.idx ?? -1) + 1).padStart(4, '0')
  const migration = `${folder}/${number}_${many.snake}.sql`
  const columns = fields.map((field) => field.name.snake).join(',')
  const texts = fields
    .filter(({ type }) => type === 'text')
    .map((field) => field.name.snake)
    .join(',')
  return {
    paths: [migration, journal, `${folder}/meta/${number}_snapshot.json`],
    generate: async (root) => {
      await runProgram(join(root, 'packages/db'), 'drizzle-kit', ['generate', '--name', many.snake])
      keepOrder(join(root, journal), last?.when ?? 0)
      appendFileSync(
        join(root, migration),
        `--> statement-breakpoint\nSELECT protect_tenant_table('${one.snake}', writable_columns => '{${columns}}', visible_to_admins => false);--> statement-breakpoint\nSELECT make_searchable('${one.snake}', '{${texts}}');\n`,
      )
    },
  }
}

/** A migration with an earlier time than its predecessor would never run. */
function keepOrder(file: string, previous: number): void {
  const content: Journal = JSON.parse(readFileSync(file, 'utf8'))
  const made = content.entries.at(-1)
  if (!made || made.when > previous) return
  made.when = previous + 1
  writeFileSync(file, JSON.stringify(content, null, 2))
}
