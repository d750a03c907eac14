import { and, asc, eq, ne, notExists } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { database } from '../connection/client'
import { member } from '../members/table'
import { organization } from '../organizations/table'

/** Returns the organizations that only this user owns, by name. They block deleting the account. */
export async function listSoleOwnerships(userId: string): Promise<{ slug: string; name: string }[]> {
  const other = alias(member, 'other')
  const otherOwner = database()
    .select({ id: other.id })
    .from(other)
    .where(
      and(eq(other.organizationId, member.organizationId), eq(other.role, 'owner'), ne(other.userId, userId)),
    )
  return database()
    .select({ slug: organization.slug, name: organization.name })
    .from(member)
    .innerJoin(organization, eq(organization.id, member.organizationId))
    .where(and(eq(member.userId, userId), eq(member.role, 'owner'), notExists(otherOwner)))
    .orderBy(asc(organization.name), asc(organization.id))
    .limit(100)
}
