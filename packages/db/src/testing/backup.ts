import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type postgres from 'postgres'
import { connectOnce } from '../connection/connect'

const guide = new URL('../../../../docs/backup.md', import.meta.url)

/** The tables of a database, with schema and quotes, apart from the list of migrations. */
async function tablesIn(client: postgres.Sql): Promise<string[]> {
  const rows = await client<{ name: string }[]>`
    SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1`
  return rows.map(({ name }) => name)
}

/** A backup role that the statements in docs/backup.md created. */
export interface BackupRole {
  url: string
  drop: () => Promise<void>
}

/** Creates the backup role of docs/backup.md, under another name so that tests don't share it. */
export async function createBackupRole(ownerUrl: string): Promise<BackupRole> {
  const [, statements = ''] =
    /```sql\n(CREATE ROLE gatehouse_backup[\s\S]*?)```/.exec(readFileSync(guide, 'utf8')) ?? []
  const name = `gatehouse_backup_${randomBytes(6).toString('hex')}`
  const password = randomBytes(18).toString('hex')
  const own = statements.replaceAll('gatehouse_backup', name).replace('a long random password', password)
  await connectOnce(ownerUrl, (client) => client.unsafe(own).simple())
  const url = new URL(ownerUrl)
  url.username = name
  url.password = password
  return {
    url: url.href,
    drop: async () => {
      await connectOnce(ownerUrl, (client) => client`DROP ROLE ${client(name)}`)
    },
  }
}

/** The number of rows in each table, as a role that sees them all. */
export function rowCounts(url: string): Promise<Record<string, number>> {
  return connectOnce(url, async (client) => {
    await client`SET row_security = off`
    const counts: Record<string, number> = {}
    for (const table of await tablesIn(client)) {
      const [row] = await client.unsafe<{ count: number }[]>(`SELECT count(*)::int AS count FROM ${table}`)
      counts[table] = row?.count ?? 0
    }
    return counts
  })
}

/**
 * Copies all rows into a migrated database. The test machine has no pg_dump of the server's version, so this reads every
 * table with the rights that pg_dump needs and writes it without triggers, like `pg_restore --disable-triggers`.
 * @param from connects as the backup role
 * @param to connects as a superuser
 */
export function copyRows(from: string, to: string): Promise<void> {
  return connectOnce(from, (source) =>
    connectOnce(to, async (target) => {
      await source`SET row_security = off`
      await target`SET session_replication_role = replica`
      for (const table of await tablesIn(source)) {
        await target.unsafe(`TRUNCATE ${table} CASCADE`)
      }
      for (const table of await tablesIn(source)) {
        const [row] = await source.unsafe<{ rows: string }[]>(
          `SELECT coalesce(jsonb_agg(to_jsonb(each)), '[]')::text AS rows FROM ${table} AS each`,
        )
        await target.unsafe(
          `INSERT INTO ${table} SELECT * FROM jsonb_populate_recordset(null::${table}, $1::text::jsonb)`,
          [row?.rows ?? '[]'],
        )
      }
      const sequences = await source<{ name: string; last: string }[]>`
        SELECT format('%I.%I', schemaname, sequencename) AS name, last_value AS last
        FROM pg_sequences WHERE schemaname = 'public' AND last_value IS NOT NULL`
      for (const { name, last } of sequences) await target`SELECT setval(${name}::regclass, ${last}::bigint)`
    }),
  )
}
