import { and, asc, eq, inArray, lte, ne, not, sql } from 'drizzle-orm'
import { isBanned } from '../accounts/ban'
import { listSoleOwnerships } from '../accounts/sole-ownerships'
import type { SoleOwnership } from '../accounts/sole-ownerships'
import { user } from '../accounts/table'
import { database } from '../connection/client'
import type { Database, Transaction } from '../connection/client'
import { ConflictError } from '../connection/conflict-error'
import { member } from '../members/table'
import { organization } from '../organizations/table'
import { personBounds } from './values'

/** A member who could own the organization. */
export interface Heir {
  memberId: string
  name: string
  email: string
}

/** An organization that needs another owner before this person is suspended or deleted. */
export interface Handover extends SoleOwnership {
  /** Members who can sign in, highest role first, up to a limit. Empty if this person is the only one. */
  heirs: Heir[]
}

/** What the form submits about the organizations where only this person can act as owner. */
export interface Handovers {
  /** Member IDs. Each becomes an owner of their organization. */
  newOwners?: readonly string[]
  /** IDs of organizations without another member who can sign in, which are deleted. */
  deletedOrganizations?: readonly string[]
}

const HEIRS_LISTED = 20

/** Returns the organizations that a person's suspension or deletion would leave without an owner who can sign in. */
export async function listHandovers(
  userId: string,
  db: Database | Transaction = database(),
): Promise<Handover[]> {
  const left = await listSoleOwnerships(userId, db)
  if (left.length === 0) return []
  const rank = sql`array_position(ARRAY['owner', 'admin', 'editor', 'custom', 'viewer'], ${member.role})`
  const ranked = db
    .select({
      organizationId: member.organizationId,
      memberId: sql<string>`${member.id}`.as('member_id'),
      name: user.name,
      email: user.email,
      place:
        sql<number>`row_number() OVER (PARTITION BY ${member.organizationId} ORDER BY ${rank}, ${member.createdAt}, ${member.id})`.as(
          'place',
        ),
    })
    .from(member)
    .innerJoin(user, eq(user.id, member.userId))
    .where(
      and(
        inArray(
          member.organizationId,
          left.map(({ id }) => id),
        ),
        ne(member.userId, userId),
        not(isBanned(user)),
      ),
    )
    .as('ranked')
  const heirs = await db
    .select()
    .from(ranked)
    .where(lte(ranked.place, HEIRS_LISTED))
    .orderBy(asc(ranked.place))
  return left.map((one) => ({
    ...one,
    heirs: heirs
      .filter(({ organizationId }) => organizationId === one.id)
      .map(({ memberId, name, email }) => ({ memberId, name, email })),
  }))
}

/**
 * Makes the named members owners of the organizations that this person would leave without an owner. Call it with the person's
 * organizations locked.
 * @returns the organizations that nobody else can own
 * @throws ConflictError NEEDS_OWNER
 */
export async function handOver(
  transaction: Transaction,
  userId: string,
  newOwners: readonly string[] = [],
): Promise<SoleOwnership[]> {
  const before = await listHandovers(userId, transaction)
  const chosen = before.flatMap(({ heirs }) =>
    heirs.map(({ memberId }) => memberId).filter((id) => newOwners.includes(id)),
  )
  if (chosen.length > 0)
    await transaction
      .update(member)
      .set({ role: 'owner', customRoleId: null })
      .where(inArray(member.id, chosen))
  const left = chosen.length > 0 ? await listHandovers(userId, transaction) : before
  const [first, ...others] = left.filter(({ heirs }) => heirs.length > 0)
  if (first) throw new ConflictError('NEEDS_OWNER', { name: first.name, others: others.length })
  return left
}

/**
 * Makes the highest-ranked other member the owner of each closed organization that this person would leave without one, and
 * deletes those that nobody else can own. The person can't do either themselves. Call it with their organizations locked.
 */
export async function handOverClosed(transaction: Transaction, userId: string): Promise<void> {
  const closed = (await listHandovers(userId, transaction)).filter((one) => one.isClosed)
  const heirs = closed.flatMap(({ heirs: [first] }) => first?.memberId ?? [])
  const left = closed.filter((one) => one.heirs.length === 0).map(({ id }) => id)
  if (heirs.length > 0)
    await transaction
      .update(member)
      .set({ role: 'owner', customRoleId: null })
      .where(inArray(member.id, heirs))
  if (left.length > 0) await transaction.delete(organization).where(inArray(organization.id, left))
}

/**
 * Deletes organizations that nobody else can own, if the form named each of them.
 * @throws ConflictError NEEDS_OWNER when the form did not name one
 */
export async function deleteLeft(
  transaction: Transaction,
  left: readonly SoleOwnership[],
  named: readonly string[] = [],
): Promise<void> {
  const [first, ...others] = left.filter(({ id }) => !named.includes(id))
  if (first) throw new ConflictError('NEEDS_OWNER', { name: first.name, others: others.length })
  if (left.length > personBounds.organizations)
    throw new ConflictError('NEEDS_OWNER', { name: left[0]?.name ?? '', others: left.length - 1 })
  if (left.length === 0) return
  await transaction.delete(organization).where(
    inArray(
      organization.id,
      left.map(({ id }) => id),
    ),
  )
}
