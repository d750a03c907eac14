import { getTableName, is } from 'drizzle-orm'
import { getTableConfig, PgTable } from 'drizzle-orm/pg-core'
import type { PgColumn } from 'drizzle-orm/pg-core'
import { member } from './members/table'
import * as schema from './schema'
import { isContent } from './schema/content'

/** Returns every table whose rows belong to an organization, from the table list. */
export function contentTables(): PgTable[] {
  return Object.values<unknown>(schema)
    .filter((entry) => is(entry, PgTable))
    .filter(isContent)
}

/** A column that refers to a member of the row's organization and is cleared when that member leaves. */
export interface MemberReference {
  table: PgTable
  id: PgColumn
  organizationId: PgColumn
  userId: PgColumn
}

/** Returns every foreign key to a member's (organization, user), in locking order. */
export function memberReferences(): MemberReference[] {
  return contentTables().flatMap((table) =>
    getTableConfig(table).foreignKeys.flatMap((key) => {
      const { foreignTable, columns } = key.reference()
      const [organizationId, userId] = columns
      return foreignTable === member && organizationId && userId
        ? [{ table, id: idOf(table), organizationId, userId }]
        : []
    }),
  )
}

/** @throws when the table has no single-column primary key, which every content table needs */
export function idOf(table: PgTable): PgColumn {
  const id = getTableConfig(table).columns.find(({ primary }) => primary)
  if (!id) throw new Error(`The table ${getTableName(table)} has no primary key.`)
  return id
}
