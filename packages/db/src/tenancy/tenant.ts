import { and, eq, sql } from 'drizzle-orm'
import type { SQL, SQLWrapper } from 'drizzle-orm'
import { database } from '../connection/client'
import { limits } from '../connection/limits'
import type { Transaction } from '../connection/client'
import { organizationSlugPattern } from '../organizations/values'
import { member } from '../members/table'
import { organization } from '../organizations/table'
import { organizationRole } from '../roles/table'
import { isUuid } from '../query/uuid'
import { shares } from './shares'

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
const exclusive: unique symbol = Symbol('exclusive')

/**
 * A transaction in which Postgres shows one organization's rows and no others. Only `withTenant` makes one, so a query
 * that asks for it cannot be called outside of a proved membership.
 */
export type TenantDb = Transaction & { readonly tenant: Tenant; readonly [proved]: true }

/** A tenant transaction that may change the organization and its members, and the only one of them at a time. */
export type ExclusiveTenantDb = TenantDb & { readonly [exclusive]: true }

export interface TenantClaim {
  /** The slug in the URL. */
  organization: string
  /** From a live session, never from input. */
  userId: string
  requestId?: string
  /** The action's name, for the audit. */
  action?: string
}

export type TenantOptions =
  | { readOnly?: boolean; expensive?: false }
  /** A read that may scan many rows: each statement has less time, and one person runs few of them at once. */
  | { readOnly: true; expensive?: boolean }

/** The user is no member, or there is no such organization: the caller is not told which. */
export class NotAMemberError extends Error {
  override name = 'NotAMemberError'
  override message = 'Not a member of this organization.'
}

/**
 * Runs `work` in one transaction, as a member of the organization and bound to its rows; commits when it resolves and
 * rolls back when it throws. The statement that proves the membership also opens the scope, so neither is ever there
 * without the other, and it all ends with the transaction: nothing stays on the pooled connection.
 *
 * A scope that may write holds its member's row, and the role of the organization's own that they hold, until it ends, shared with the member's other calls: whoever takes the
 * role away waits for it, and a call that begins meanwhile waits in turn and meets the role as it is then. Without, a
 * call that waits for some other lock would go on by a role that is gone.
 *
 * Transactions of one organization take a share of the pool at most; the others wait for a turn.
 * @throws NotAMemberError for no member and for no such organization alike; `work` has not run.
 * @throws BusyError when no turn or no connection comes in time; `work` has not run.
 */
export async function withTenant<T>(
  claim: TenantClaim,
  work: (db: TenantDb, tenant: Tenant) => Promise<T>,
  { readOnly = false, expensive = false }: TenantOptions = {},
): Promise<T> {
  const run = () =>
    open(claim, async (transaction) => {
      const tenant = await (readOnly ? enterToRead(transaction, claim, expensive) : enter(transaction, claim))
      return work(scoped(transaction, tenant), tenant)
    })
  return expensive ? shares().person.run(claim.userId, run) : run()
}

/**
 * `withTenant` for changes of the organization itself, of its members and their roles: one at a time in an organization.
 * The organization's row is locked first, which nobody who holds another lock in it waits for; so two members who act on
 * each other take turns instead of deadlocking.
 * @throws NotAMemberError, BusyError
 */
export async function withExclusiveTenant<T>(
  claim: TenantClaim,
  work: (db: ExclusiveTenantDb, tenant: Tenant) => Promise<T>,
): Promise<T> {
  return open(claim, async (transaction) => {
    const tenant = await enterAlone(transaction, claim)
    return work(Object.assign(scoped(transaction, tenant), { [exclusive]: true as const }), tenant)
  })
}

async function open<T>(claim: TenantClaim, work: (transaction: Transaction) => Promise<T>): Promise<T> {
  if (!organizationSlugPattern.test(claim.organization) || !isUuid(claim.userId)) throw new NotAMemberError()
  return shares().organization.run(claim.organization, () => database().transaction(work))
}

// Each is prepared, because every call begins with it: one round trip instead of two. `?prepare=false` in the URL turns
// it off.

async function enterToRead(
  transaction: Transaction,
  claim: TenantClaim,
  expensive: boolean,
): Promise<Tenant> {
  const statement = selectTenant(transaction, claim, { readOnly: true, expensive })
  return proof(await statement.prepare('enter_tenant_to_read').execute())
}

async function enter(transaction: Transaction, claim: TenantClaim): Promise<Tenant> {
  const statement = selectTenant(transaction, claim).for('share', { of: member })
  return proof(await statement.prepare('enter_tenant').execute())
}

function selectTenant(transaction: Transaction, claim: TenantClaim, scope: Scope = {}) {
  return transaction
    .select({
      organization: { id: organization.id, slug: organization.slug, name: organization.name },
      ...membershipInScope(claim, scope),
    })
    .from(member)
    .innerJoin(organization, eq(organization.id, member.organizationId))
    .where(and(eq(organization.slug, claim.organization), eq(member.userId, claim.userId)))
}

async function enterAlone(transaction: Transaction, claim: TenantClaim): Promise<Tenant> {
  // With a lock in it, Postgres never folds this into the query around it: the organization is locked before the member.
  const held = transaction.$with('held').as(
    transaction
      .select({ id: organization.id, slug: organization.slug, name: organization.name })
      .from(organization)
      .innerJoin(member, eq(member.organizationId, organization.id))
      .where(and(eq(organization.slug, claim.organization), eq(member.userId, claim.userId)))
      .for('no key update', { of: organization }),
  )
  const statement = transaction
    .with(held)
    .select({
      organization: { id: held.id, slug: held.slug, name: held.name },
      ...membershipInScope(claim, { role: 'gatehouse_exclusive' }),
    })
    .from(member)
    .innerJoin(held, eq(held.id, member.organizationId))
    .where(eq(member.userId, claim.userId))
    .for('share', { of: member })
  return proof(await statement.prepare('enter_tenant_alone').execute())
}

interface Scope {
  role?: 'gatehouse_tenant' | 'gatehouse_exclusive'
  readOnly?: boolean
  expensive?: boolean
}

/** The membership that is proved, and the settings that bind the rest of the transaction to it. */
function membershipInScope(claim: TenantClaim, scope: Scope) {
  const { role = 'gatehouse_tenant', readOnly = false, expensive = false } = scope
  return {
    membership: { id: member.id, userId: member.userId, role: member.role },
    customRole: heldRole(readOnly),
    role: setLocal('role', role),
    organizationId: setLocal('app.organization_id', sql`${member.organizationId}::text`),
    userId: setLocal('app.user_id', sql`${member.userId}::text`),
    action: setLocal('app.action', claim.action ?? ''),
    requestId: setLocal('app.request_id', claim.requestId ?? ''),
    readOnly: setLocal('transaction_read_only', readOnly ? 'on' : 'off'),
    ...(expensive && { statementTimeout: setLocal('statement_timeout', String(limits.expensiveStatement)) }),
  }
}

/** The organization's own role that the member holds. Locked where the scope may write: the newest of it, and it stays. */
function heldRole(readOnly: boolean): SQL<Membership['customRole']> {
  const { id, name, permissions, organizationId } = organizationRole
  return sql<Membership['customRole']>`(
    SELECT json_build_object('id', ${id}, 'name', ${name}, 'permissions', ${permissions})
    FROM ${organizationRole}
    WHERE ${organizationId} = ${member.organizationId} AND ${id} = ${member.customRoleId}
    ${readOnly ? sql`` : sql`FOR SHARE`})`
}

interface Proof {
  organization: Tenant['organization']
  membership: Omit<Membership, 'customRole'>
  customRole: Membership['customRole']
}

function proof([row]: Proof[]): Tenant {
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
