import { and, asc, eq, ne, not, notExists } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { database } from '../connection/client'
import type { Database, Transaction } from '../connection/client'
import { member } from '../members/table'
import { isClosed } from '../organizations/closed'
import { organization } from '../organizations/table'
import { isBanned } from './ban'
import { user } from './table'

/** An organization that needs another owner. */
export interface SoleOwnership {
  id: string
  slug: string
  name: string
  /** It can't be changed now, so its owner can't find another one. */
  isClosed: boolean
}

/**
 * Returns the organizations, sorted by name, where this user is the only owner who isn't suspended. They block deleting the
 * account.
 */
export async function listSoleOwnerships(
  userId: string,
  db: Database | Transaction = database(),
): Promise<SoleOwnership[]> {
  const other = alias(member, 'other')
  const otherUser = alias(user, 'other_user')
  const ableOwner = db
    .select({ id: other.id })
    .from(other)
    .innerJoin(otherUser, eq(otherUser.id, other.userId))
    .where(
      and(
        eq(other.organizationId, member.organizationId),
        eq(other.role, 'owner'),
        ne(other.userId, userId),
        not(isBanned(otherUser)),
      ),
    )
  return db
    .select({
      id: organization.id,
      slug: organization.slug,
      name: organization.name,
      isClosed: isClosed(organization),
    })
    .from(member)
    .innerJoin(organization, eq(organization.id, member.organizationId))
    .where(and(eq(member.userId, userId), eq(member.role, 'owner'), notExists(ableOwner)))
    .orderBy(asc(organization.name), asc(organization.id))
    .limit(100)
}
