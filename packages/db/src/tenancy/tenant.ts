import { and, eq, sql } from 'drizzle-orm'
import type { SQL, SQLWrapper } from 'drizzle-orm'
import { database } from '../connection/client'
import { limits } from '../connection/limits'
import type { Transaction } from '../connection/client'
import { organizationSlugPattern } from '../organizations/values'
import { member } from '../members/table'
import { isClosed } from '../organizations/closed'
import { organization } from '../organizations/table'
import { organizationRole } from '../roles/table'
import { isUuid } from '../query/uuid'
import { hasTwoFactorOn } from '../two-factor/has-two-factor'
import { shares } from './shares'

export interface Tenant {
  organization: { id: string; slug: string; name: string }
  membership: Membership
}

/** A user's membership in one organization. `@kit/auth` knows what it allows. */
export interface Membership {
  id: string
  userId: string
  role: string
  /** The role that `role: 'custom'` refers to. Its permissions are unparsed. */
  customRole: { id: string; name: string; permissions: unknown } | null
  /** The organization is closed, so only permissions to read count. */
  readOnly?: true
}

const proved: unique symbol = Symbol('proved')
const exclusive: unique symbol = Symbol('exclusive')

/**
 * A transaction in which Postgres shows one organization's rows only. Only `withTenant` creates one, so a query that takes
 * it can't be called without a proved membership.
 */
export type TenantDb = Transaction & { readonly tenant: Tenant; readonly [proved]: true }

/** A tenant transaction that may change the organization and its members. One at a time per organization. */
export type ExclusiveTenantDb = TenantDb & { readonly [exclusive]: true }

export interface TenantClaim {
  /** The slug in the URL. */
  organization: string
  /** From a live session, never from input. */
  userId: string
  requestId?: string
  /** The super-admin or support who acts as the user, for the audit. */
  impersonatorId?: string | undefined
  /** The action's name, for the audit. */
  action?: string
}

export type TenantOptions =
  | { readOnly?: boolean; expensive?: false }
  /** A read that may scan many rows: each statement has less time, and one person runs few of them at once. */
  | { readOnly: true; expensive?: boolean }

/** The user is not a member, or the organization doesn't exist. Callers can't tell which. */
export class NotAMemberError extends Error {
  override name = 'NotAMemberError'
  override message = 'Not a member of this organization.'
}

/** The organization requires two-factor authentication, and this member has it off. */
export class TwoFactorRequiredError extends Error {
  override name = 'TwoFactorRequiredError'
  override message = 'The organization requires two-factor authentication.'
  constructor(readonly organization: Tenant['organization']) {
    super()
  }
}

/** The organization is suspended or going to be deleted, so it can be read but not changed. */
export class OrganizationClosedError extends Error {
  override name = 'OrganizationClosedError'
  override message = 'The organization is closed.'
}

/**
 * Runs `work` in a transaction as a member of the organization, limited to its rows. Commits when it resolves and rolls
 * back when it throws. One statement proves the membership and opens the scope, so neither exists without the other.
 * Everything ends with the transaction; nothing stays on the pooled connection.
 *
 * A scope that may write takes a shared lock on its member and their custom role. A role change waits for it, and a call
 * that begins during the change waits for the new role. Without the lock, a call that waits for another lock would
 * continue with a revoked role.
 *
 * One organization's transactions take at most a share of the pool; the others wait for a turn.
 * @throws NotAMemberError before `work` runs, also for an unknown organization
 * @throws TwoFactorRequiredError before `work` runs
 * @throws OrganizationClosedError before `work` runs, unless the scope is read-only. If the organization is closed at the same
 * time, the database refuses the write (refuse_while_closed in drizzle/)
 * @throws BusyError before `work` runs, when no turn or connection comes in time
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
 * Like `withTenant`, for changes to the organization, its members and roles: one call at a time per organization. Locks the
 * organization before anything else in it, so two members who act on each other take turns instead of deadlocking.
 * @throws NotAMemberError, TwoFactorRequiredError, OrganizationClosedError, BusyError
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

async function enterToRead(
  transaction: Transaction,
  claim: TenantClaim,
  expensive: boolean,
): Promise<Tenant> {
  const statement = selectTenant(transaction, claim, { readOnly: true, expensive })
  return proof(await statement)
}

async function enter(transaction: Transaction, claim: TenantClaim): Promise<Tenant> {
  const statement = selectTenant(transaction, claim).for('share', { of: member })
  return proofToWrite(await statement)
}

function selectTenant(transaction: Transaction, claim: TenantClaim, scope: Scope = {}) {
  return transaction
    .select({
      organization: { id: organization.id, slug: organization.slug, name: organization.name },
      lacksTwoFactor: lacksTwoFactor(organization.twoFactorRequired),
      isClosed: isClosed(organization),
      ...membershipInScope(claim, scope),
    })
    .from(member)
    .innerJoin(organization, eq(organization.id, member.organizationId))
    .where(and(eq(organization.slug, claim.organization), eq(member.userId, claim.userId)))
}

async function enterAlone(transaction: Transaction, claim: TenantClaim): Promise<Tenant> {
  // Postgres doesn't inline a CTE with a lock, so the organization is locked before the member.
  const held = transaction.$with('held').as(
    transaction
      .select({
        id: organization.id,
        slug: organization.slug,
        name: organization.name,
        twoFactorRequired: organization.twoFactorRequired,
        suspendedAt: organization.suspendedAt,
        deletedFrom: organization.deletedFrom,
      })
      .from(organization)
      .innerJoin(member, eq(member.organizationId, organization.id))
      .where(and(eq(organization.slug, claim.organization), eq(member.userId, claim.userId)))
      .for('no key update', { of: organization }),
  )
  const statement = transaction
    .with(held)
    .select({
      organization: { id: held.id, slug: held.slug, name: held.name },
      lacksTwoFactor: lacksTwoFactor(held.twoFactorRequired),
      isClosed: isClosed(held),
      ...membershipInScope(claim, { role: 'gatehouse_exclusive' }),
    })
    .from(member)
    .innerJoin(held, eq(held.id, member.organizationId))
    .where(eq(member.userId, claim.userId))
    .for('share', { of: member })
  return proofToWrite(await statement)
}

interface Scope {
  role?: 'gatehouse_tenant' | 'gatehouse_exclusive'
  readOnly?: boolean
  expensive?: boolean
}

/** Selects the membership and sets what limits the rest of the transaction to it. */
function membershipInScope(claim: TenantClaim, scope: Scope) {
  const { role = 'gatehouse_tenant', readOnly = false, expensive = false } = scope
  return {
    membership: { id: member.id, userId: member.userId, role: member.role },
    customRole: heldRole(readOnly),
    role: setLocal('role', role),
    organizationId: setLocal('app.organization_id', sql`${member.organizationId}::text`),
    userId: setLocal('app.user_id', sql`${member.userId}::text`),
    impersonatorId: setLocal('app.impersonator_id', claim.impersonatorId ?? ''),
    action: setLocal('app.action', claim.action ?? ''),
    requestId: setLocal('app.request_id', claim.requestId ?? ''),
    readOnly: setLocal('transaction_read_only', readOnly ? 'on' : 'off'),
    ...(expensive && { statementTimeout: setLocal('statement_timeout', String(limits.expensiveStatement)) }),
  }
}

/** The member's custom role. In a scope that may write it is locked, so it is current and stays unchanged. */
function heldRole(readOnly: boolean): SQL<Membership['customRole']> {
  const { id, name, permissions, organizationId } = organizationRole
  return sql<Membership['customRole']>`(
    SELECT json_build_object('id', ${id}, 'name', ${name}, 'permissions', ${permissions})
    FROM ${organizationRole}
    WHERE ${organizationId} = ${member.organizationId} AND ${id} = ${member.customRoleId}
    ${readOnly ? sql`` : sql`FOR SHARE`})`
}

/** True for a member without two-factor authentication where it is required. */
function lacksTwoFactor(required: SQLWrapper): SQL<boolean> {
  return sql<boolean>`${required} AND NOT ${hasTwoFactorOn(member.userId)}`
}

interface Proof {
  organization: Tenant['organization']
  lacksTwoFactor: boolean
  isClosed: boolean
  membership: Omit<Membership, 'customRole'>
  customRole: Membership['customRole']
}

function proof([row]: Proof[]): Tenant {
  if (!row) throw new NotAMemberError()
  if (row.lacksTwoFactor) throw new TwoFactorRequiredError(row.organization)
  const membership = { ...row.membership, customRole: row.customRole }
  return {
    organization: row.organization,
    membership: row.isClosed ? { ...membership, readOnly: true } : membership,
  }
}

function proofToWrite(rows: Proof[]): Tenant {
  const tenant = proof(rows)
  if (rows[0]?.isClosed) throw new OrganizationClosedError()
  return tenant
}

/** Sets a value until the transaction ends. */
function setLocal(name: string, value: SQLWrapper | string) {
  return sql<string>`set_config(${name}, ${value}, true)`
}

/** Adds the tenant to the instance itself: a copy would lose the class, and a wrapper would need every method. */
function scoped(transaction: Transaction, tenant: Tenant): TenantDb {
  return Object.assign(transaction, { tenant, [proved]: true as const })
}
