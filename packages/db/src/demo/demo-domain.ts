import { sql } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import type { Transaction } from '../connection/client'
import { demoId } from './demo'
import type { DemoOrganization } from './demo'

/** Adds a domain's rows to a demo organization. */
export interface DemoDomain {
  add: (transaction: Transaction, organization: DemoOrganization, now: Date) => Promise<void>
}

/**
 * @param rows the organization's rows, relative to `now`
 * @param creatorOf the creator of each row, which is then inserted as the tenant role; without it, as the tables' owner
 */
export function demoDomain<Table extends PgTable>(
  table: Table,
  rows: (organization: DemoOrganization, now: Date) => Table['$inferInsert'][],
  creatorOf?: (row: Table['$inferInsert']) => string,
): DemoDomain {
  return {
    add: async (transaction, organization, now) => {
      const all = rows(organization, now)
      const nameOf = (row: Table['$inferInsert']) => creatorOf?.(row) ?? ''
      for (const creator of new Set(all.map(nameOf))) {
        await transaction.execute(sql`
          SELECT set_config('role', ${creatorOf ? 'gatehouse_tenant' : 'none'}, true),
            set_config('app.organization_id', ${demoId('organization', organization.slug)}, true),
            set_config('app.user_id', ${creator}, true)`)
        await transaction.insert(table).values(all.filter((row) => nameOf(row) === creator))
      }
    },
  }
}
