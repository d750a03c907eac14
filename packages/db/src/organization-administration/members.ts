import { and, asc, eq, sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import { isBanned } from '../accounts/ban'
import { user } from '../accounts/table'
import { database } from '../connection/client'
import { roleOfMember } from '../members/role-of-member'
import { member } from '../members/table'
import { isUuid } from '../query/uuid'
import { organizationRole } from '../roles/table'

interface Page {
  /** The last member's ID on the page before. Any other text gives the first page. */
  cursor?: string | undefined
  limit: number
}

const rankOf = (role: SQL) =>
  sql`array_position(ARRAY['owner', 'admin', 'editor', 'custom', 'viewer'], ${role})`
const rank = rankOf(sql`${member.role}`)

/** Returns a page of an organization's members, owners first. The caller must have checked the reader's permission. */
export async function listMembersOf(organizationId: string, { cursor, limit }: Page) {
  const rows = await database()
    .select({
      id: member.id,
      userId: member.userId,
      name: user.name,
      email: user.email,
      image: user.image,
      role: member.role,
      customRole: { id: organizationRole.id, name: organizationRole.name },
      suspended: isBanned(user),
    })
    .from(member)
    .innerJoin(user, eq(user.id, member.userId))
    .leftJoin(organizationRole, roleOfMember)
    .where(and(eq(member.organizationId, organizationId), after(organizationId, cursor)))
    .orderBy(asc(rank), asc(member.createdAt), asc(member.id))
    .limit(limit + 1)
  const members = rows.slice(0, limit)
  return { members, nextCursor: rows.length > limit ? (members.at(-1)?.id ?? null) : null }
}

/** If the cursor's member has left, the list starts over. */
function after(organizationId: string, cursor: string | undefined): SQL | undefined {
  if (!isUuid(cursor)) return undefined
  const place = sql`SELECT ${rankOf(sql`last.role`)}, last.created_at, last.id FROM member last
    WHERE last.id = ${cursor} AND last.organization_id = ${organizationId}`
  return sql`(NOT EXISTS (${place}) OR (${rank}, ${member.createdAt}, ${member.id}) > (${place}))`
}
