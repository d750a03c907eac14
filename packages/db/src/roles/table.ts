import { sql } from 'drizzle-orm'
import { check, index, jsonb, pgPolicy, text, unique, uniqueIndex } from 'drizzle-orm/pg-core'
import { appRole } from '../schema/database-roles'
import { appRows } from '../schema/policies'
import { tenantTable } from '../schema/tenant-table'
import { lineCheck } from '../schema/text-checks'

/** Custom roles. `@kit/auth` parses `permissions`; here they are any object. */
export const organizationRole = tenantTable(
  'organization_role',
  'name',
  {
    name: text().notNull(),
    permissions: jsonb().$type<unknown>().notNull(),
  },
  (table) => [
    // Members and invitations reference both columns, so none can have another organization's role.
    unique('organization_role_of_organization').on(table.organizationId, table.id),
    uniqueIndex('organization_role_name').on(table.organizationId, sql`lower(${table.name})`),
    index('organization_role_creator').on(table.createdBy),
    check(
      'organization_role_name_shape',
      sql`length(${table.name}) BETWEEN 1 AND 40 AND ${table.name} = btrim(${table.name})`,
    ),
    check('organization_role_name_line', lineCheck(table.name)),
    check(
      'organization_role_name_free',
      sql`lower(${table.name}) NOT IN ('owner', 'admin', 'editor', 'viewer', 'custom')`,
    ),
    check(
      'organization_role_permissions_shape',
      sql`jsonb_typeof(${table.permissions}) = 'object' AND length(${table.permissions}::text) <= 2000`,
    ),
    appRows('organization_role_of_app', 'select'),
    // A scope that may write locks its member's role (tenancy/tenant.ts), which in PostgreSQL needs the UPDATE privilege. No
    // row passes the check, so this allows only locking.
    pgPolicy('organization_role_locked_by_app', {
      to: appRole,
      for: 'update',
      using: sql`true`,
      withCheck: sql`false`,
    }),
  ],
)
