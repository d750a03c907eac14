import { sql } from 'drizzle-orm'
import { check, foreignKey, index, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { user } from '../accounts/table'
import { organizationRole } from '../roles/table'
import { createdAt, id } from '../schema/columns'
import { asContent } from '../schema/content'
import { appRows, ownerInTrigger, tenantRows } from '../schema/policies'
import { organizationId } from '../schema/tenant-table'

export const member = pgTable(
  'member',
  {
    id: id(),
    organizationId: organizationId(),
    userId: uuid()
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    role: text().notNull(),
    customRoleId: uuid(),
    createdAt: createdAt(),
  },
  (table) => [
    unique('member_once').on(table.organizationId, table.userId),
    index('member_user').on(table.userId),
    index('member_by_age').on(table.organizationId, table.createdAt, table.id),
    index('member_custom_role').on(table.organizationId, table.customRoleId),
    foreignKey({
      name: 'member_role_is_own',
      columns: [table.organizationId, table.customRoleId],
      foreignColumns: [organizationRole.organizationId, organizationRole.id],
    }).onDelete('restrict'),
    check('member_custom_role', sql`(${table.role} = 'custom') = (${table.customRoleId} IS NOT NULL)`),
    appRows('member_of_app'),
    tenantRows('member_of_tenant'),
    // For `keep_an_owner`, which counts the remaining owners.
    ownerInTrigger('member_in_trigger', 'select'),
  ],
)

asContent(member)
