import { sql } from 'drizzle-orm'
import { pgPolicy } from 'drizzle-orm/pg-core'
import { appRole, tenantRole } from './database-roles'

// PostgreSQL denies a row unless one permissive policy admits it and no restrictive one objects. Expressions are text:
// a policy on one table may read another that is defined later.

/** A tenant transaction reaches the rows of its own organization. */
export const tenantRows = (name: string, operation: 'all' | 'select' = 'all') =>
  pgPolicy(name, { to: tenantRole, for: operation, using: sql`organization_id = tenant_organization_id()` })

/** Narrows `tenantRows`: nobody adds a row in another person's name. */
export const tenantInserts = (name: string, check = sql`created_by = tenant_user_id()`) =>
  pgPolicy(name, { as: 'restrictive', to: tenantRole, for: 'insert', withCheck: check })

/** The app reaches every row, outside of any organization. What it may do with them is granted in drizzle/. */
export const appRows = (name: string, operation: 'all' | 'select' = 'all') =>
  pgPolicy(name, { to: appRole, for: operation, using: sql`true` })

/**
 * The tables' owner is bound by row-level security too, unless it is a superuser. This lets the owner's functions in
 * while a trigger runs, and at no other time.
 */
export const ownerInTrigger = (name: string, operation: 'all' | 'select' | 'update' = 'all') =>
  pgPolicy(name, { to: 'current_user', for: operation, using: sql`pg_trigger_depth() > 0` })
