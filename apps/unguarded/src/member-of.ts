import { and, eq } from 'drizzle-orm'

import { database } from '@kit/db/connection/client'
import { member, organization } from '@kit/db/schema'
import { signedIn } from '@/signed-in'

/** The organization with this slug, if the caller is a member of it. */
export async function memberOf(slug: string) {
  const { id } = await signedIn()
  const [found] = await database()
    .select({ userId: member.userId, organizationId: organization.id, role: member.role })
    .from(member)
    .innerJoin(organization, eq(organization.id, member.organizationId))
    .where(and(eq(organization.slug, slug), eq(member.userId, id)))
  if (!found) throw new Error('Not a member.')
  return found
}
