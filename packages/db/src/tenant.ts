import { and, eq, sql } from 'drizzle-orm'
import type { SQLWrapper } from 'drizzle-orm'
import { database } from './client'
import type { Transaction } from './client'
import { organizationSlugPattern } from './organization-values'
import { roleOfMember } from './role-of-member'
import { member, organization, organizationRole } from './schema'
import { isUuid } from './uuid'

export interface Tenant {
  organization: { id: string; slug: string; name: string }
  membership: Membership
}

/** What a member is in one organization; `@kit/auth` knows what it allows. */
export interface Membership {
  id: string
  userId: string
  role: string
  /** The organization's own role that `role: 'custom'` stands for. Its permissions are as stored: nobody has read them yet. */
  customRole: { id: string; name: string; permissions: unknown } | null
}

const proved: unique symbol = Symbol('proved')

/**
 * A transaction in which Postgres shows one organization's rows and no others. Only `withTenant` makes one, so a query
 * that asks for it cannot be called outside of a proved membership.
 */
export type TenantDb = Transaction & { readonly tenant: Tenant; readonly [proved]: true }

export interface TenantClaim {
  /** The slug in the URL. */
  organization: string
  /** From a live session, never from input. */
  userId: string
  requestId?: string
  /** The action's name, for the audit. */
  action?: string
}

/** The user is no member, or there is no such organization: the caller is not told which. */
export class NotAMemberError extends Error {
  override name = 'NotAMemberError'
  override message = 'Not a member of this organization.'
}

/**
 * Runs `work` in one transaction, as a member of the organization and bound to its rows; commits when it resolves and
 * rolls back when it throws. The statement that proves the membership also opens the scope, so neither is ever there
 * without the other, and it all ends with the transaction: nothing stays on the pooled connection.
 * @throws NotAMemberError for no member and for no such organization alike; `work` has not run.
 */
export async function withTenant<T>(
  claim: TenantClaim,
  work: (db: TenantDb, tenant: Tenant) => Promise<T>,
  options: { readOnly?: boolean } = {},
): Promise<T> {
  if (!organizationSlugPattern.test(claim.organization) || !isUuid(claim.userId)) throw new NotAMemberError()
  return database().transaction(async (transaction) => {
    const tenant = await enter(transaction, claim, options.readOnly ?? false)
    return work(scoped(transaction, tenant), tenant)
  })
}

async function enter(transaction: Transaction, claim: TenantClaim, readOnly: boolean): Promise<Tenant> {
  const statement = transaction
    .select({
      organization: { id: organization.id, slug: organization.slug, name: organization.name },
      membership: { id: member.id, userId: member.userId, role: member.role },
      customRole: {
        id: organizationRole.id,
        name: organizationRole.name,
        permissions: organizationRole.permissions,
      },
      role: setLocal('role', 'gatehouse_tenant'),
      organizationId: setLocal('app.organization_id', sql`${organization.id}::text`),
      userId: setLocal('app.user_id', sql`${member.userId}::text`),
      action: setLocal('app.action', claim.action ?? ''),
      requestId: setLocal('app.request_id', claim.requestId ?? ''),
      readOnly: setLocal('transaction_read_only', readOnly ? 'on' : 'off'),
      statementTimeout: setLocal('statement_timeout', '15s'),
      idleTimeout: setLocal('idle_in_transaction_session_timeout', '30s'),
    })
    .from(member)
    .innerJoin(organization, eq(organization.id, member.organizationId))
    .leftJoin(organizationRole, roleOfMember)
    .where(and(eq(organization.slug, claim.organization), eq(member.userId, claim.userId)))
  // Prepared, because every call begins with it: one round trip instead of two. `?prepare=false` in the URL turns it off.
  const [row] = await statement.prepare('enter_tenant').execute()
  if (!row) throw new NotAMemberError()
  return { organization: row.organization, membership: { ...row.membership, customRole: row.customRole } }
}

/** Sets it until the transaction ends. */
function setLocal(name: string, value: SQLWrapper | string) {
  return sql<string>`set_config(${name}, ${value}, true)`
}

/** The instance itself carries the tenant: a copy would lose the class, and a wrapper would need every method again. */
function scoped(transaction: Transaction, tenant: Tenant): TenantDb {
  return Object.assign(transaction, { tenant, [proved]: true as const })
}
