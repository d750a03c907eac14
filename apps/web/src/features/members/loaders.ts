import 'server-only'
import { z } from 'zod'

import { listMembers } from '@kit/db/members'
import { readOrganization } from '@/lib/read-organization'

const PAGE_SIZE = 50

const memberQuerySchema = z.object({
  search: z.string().trim().min(1).max(200).optional().catch(undefined),
  cursor: z.string().max(512).optional().catch(undefined),
})

/** A page of the organization's members. */
export function loadMembers(
  organization: string,
  searchParams: Record<string, string | string[] | undefined>,
) {
  const query = memberQuerySchema.parse(searchParams)
  return readOrganization(organization, { member: ['read'] }, async (db) => {
    const page = await listMembers(db, { ...query, limit: PAGE_SIZE })
    const members = page.members.map((member) => ({ ...member, createdAt: member.createdAt.toISOString() }))
    return { query, members, nextCursor: page.nextCursor }
  })
}

export type MemberDto = Awaited<ReturnType<typeof loadMembers>>['members'][number]
