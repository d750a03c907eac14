import { getTableColumns } from 'drizzle-orm'
import type { BuildExtraConfigColumns } from 'drizzle-orm'
import { pgTable, uuid } from 'drizzle-orm/pg-core'
import type { PgColumnBuilderBase, PgTableExtraConfigValue } from 'drizzle-orm/pg-core'
import { user } from '../accounts/table'
import { organization } from '../organizations/table'
import { createdAt, id, instant } from './columns'
import { asContent } from './content'
import { tenantInserts, tenantRows } from './policies'

export const organizationId = () =>
  uuid()
    .notNull()
    .references(() => organization.id, { onDelete: 'cascade' })

const tenantColumns = () => ({
  id: id(),
  organizationId: organizationId(),
  createdBy: uuid().references(() => user.id, { onDelete: 'set null' }),
  createdAt: createdAt(),
  // Set by queries, by the database's clock.
  updatedAt: instant().notNull().defaultNow(),
})

type TenantColumns<Own> = ReturnType<typeof tenantColumns> & Own

/**
 * Defines a table whose rows belong to an organization and are deleted with it. Its policies show a tenant transaction
 * only the organization's rows and let members add rows in their own name only. The migration that creates it must also
 * call `protect_tenant_table` (drizzle/0002_audit.sql).
 * @param title the column that names a row in the UI
 */
export function tenantTable<Name extends string, Own extends Record<string, PgColumnBuilderBase>>(
  name: Name,
  title: keyof Own & string,
  own: Own,
  extras: (table: BuildExtraConfigColumns<Name, TenantColumns<Own>, 'pg'>) => PgTableExtraConfigValue[],
) {
  const table = pgTable(name, { ...tenantColumns(), ...own }, (columns) => [
    tenantRows(`${name}_of_tenant`),
    tenantInserts(`${name}_by_its_creator`),
    ...extras(columns),
  ])
  return asContent(table, getTableColumns(table)[title])
}
