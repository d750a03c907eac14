import { asc, eq } from 'drizzle-orm'
import { isBanned } from '../accounts/ban'
import { user } from '../accounts/table'
import { database } from '../connection/client'
import { roleOfMember } from '../members/role-of-member'
import { member } from '../members/table'
import { organization } from '../organizations/table'
import { isUuid } from '../query/uuid'
import { organizationRole } from '../roles/table'
import { hasTwoFactorOn } from '../two-factor/has-two-factor'

const MEMBERSHIPS_LISTED = 100

/** Returns what a super-admin sees of a person, or undefined. The caller must have checked that the user is a super-admin. */
export async function readPerson(id: string) {
  if (!isUuid(id)) return undefined
  const [person] = await database()
    .select({
      id: user.id,
      name: user.name,
      email: user.email,
      /** The version of the picture. */
      image: user.image,
      emailVerified: user.emailVerified,
      role: user.role,
      suspended: isBanned(user),
      /** Null for a suspended person if the suspension has no end date. */
      suspendedUntil: user.banExpires,
      suspendedBecause: user.banReason,
      twoFactor: hasTwoFactorOn(user.id),
      createdAt: user.createdAt,
    })
    .from(user)
    .where(eq(user.id, id))
  return person
}

/** Returns the organizations a person is in, by name. */
export async function listMembershipsOf(userId: string) {
  return database()
    .select({
      slug: organization.slug,
      name: organization.name,
      role: member.role,
      customRole: { id: organizationRole.id, name: organizationRole.name },
    })
    .from(member)
    .innerJoin(organization, eq(organization.id, member.organizationId))
    .leftJoin(organizationRole, roleOfMember)
    .where(eq(member.userId, userId))
    .orderBy(asc(organization.name), asc(organization.id))
    .limit(MEMBERSHIPS_LISTED)
}
