import { sql } from 'drizzle-orm'
import { pgPolicy } from 'drizzle-orm/pg-core'
import { appRole, tenantRole } from './database-roles'

// PostgreSQL denies a row unless a permissive policy admits it and every restrictive one agrees. Expressions are plain SQL,
// because a policy may refer to a table that is defined later.

/** A tenant transaction reaches the rows of its own organization. */
export const tenantRows = (name: string, operation: 'all' | 'select' = 'all') =>
  pgPolicy(name, { to: tenantRole, for: operation, using: sql`organization_id = tenant_organization_id()` })

/** Narrows `tenantRows`: members add rows in their own name only. */
export const tenantInserts = (name: string, check = sql`created_by = tenant_user_id()`) =>
  pgPolicy(name, { as: 'restrictive', to: tenantRole, for: 'insert', withCheck: check })

/** Outside tenant transactions, the app reaches every row. Grants in drizzle/ limit what it may do. */
export const appRows = (name: string, operation: 'all' | 'select' = 'all') =>
  pgPolicy(name, { to: appRole, for: operation, using: sql`true` })

/**
 * Row-level security applies to the tables' owner too, unless it is a superuser. This admits the owner's functions only
 * while a trigger runs.
 */
export const ownerInTrigger = (name: string, operation: 'all' | 'select' | 'update' = 'all') =>
  pgPolicy(name, { to: 'current_user', for: operation, using: sql`pg_trigger_depth() > 0` })
