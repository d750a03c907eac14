import { sql } from 'drizzle-orm'

import { database } from '@kit/db/connection/client'
import { seed } from '@kit/db/demo/seed'
import { env } from '@kit/env'

// Adding the demo data takes about a second. So it is added once and copied to this schema, from which each attack's reset
// takes a fraction of that.
const COPIES = 'demo_copies'

/** The statement that resets all tables, once the copies are there. */
let reset: Promise<string> | undefined

/** Resets all tables to the demo data. */
export async function resetData(): Promise<void> {
  reset ??= copyDemoData().catch((error: unknown) => {
    reset = undefined
    throw error
  })
  await database().execute(sql.raw(await reset))
}

async function copyDemoData(): Promise<string> {
  const db = database()
  await db.execute(sql`TRUNCATE organization, "user", mail CASCADE`)
  await seed(env().DATABASE_URL, { production: false })
  // Numbered, so these tasks aren't mistaken for those of the app under attack.
  await db.execute(sql`UPDATE task SET title = 'Unguarded task ' || numbered.place || ' of ' || organization.name
    FROM (SELECT id, row_number() OVER (ORDER BY id) AS place FROM task) numbered, organization
    WHERE task.id = numbered.id AND organization.id = task.organization_id`)
  const tables = await db.execute<{ name: string; columns: string }>(sql`
    SELECT quote_ident(relname) AS name, string_agg(quote_ident(attname), ', ') AS columns
    FROM pg_class JOIN pg_attribute ON attrelid = pg_class.oid
    WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') AND NOT relispartition
      AND attnum > 0 AND NOT attisdropped AND attgenerated = ''
    GROUP BY relname`)
  await db.execute(sql.raw(`DROP SCHEMA IF EXISTS ${COPIES} CASCADE`))
  await db.execute(sql.raw(`CREATE SCHEMA ${COPIES}`))
  for (const { name, columns } of tables)
    await db.execute(sql.raw(`CREATE TABLE ${COPIES}.${name} AS SELECT ${columns} FROM ${name}`))
  const statements = tables.map(
    ({ name, columns }) =>
      `DELETE FROM ${name}; INSERT INTO ${name} (${columns}) OVERRIDING SYSTEM VALUE SELECT ${columns} FROM ${COPIES}.${name};`,
  )
  // Without triggers, which check references and record changes. One statement is one transaction.
  return `DO $$ BEGIN SET LOCAL session_replication_role = replica; ${statements.join(' ')} END $$`
}
