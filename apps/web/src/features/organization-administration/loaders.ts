import 'server-only'
import { notFound } from 'next/navigation'

import { hasInstallationPermission } from '@kit/auth/permissions/installation'
import { listOrganizations } from '@kit/db/organization-administration/list'
import { listMembersOf } from '@kit/db/organization-administration/members'
import { readOrganizationOf, readTrailOf } from '@kit/db/organization-administration/organization'
import { describeRemoved } from '@/lib/organization/removed-units'
import { requireAdmin } from '@/lib/request/require-admin'

import { organizationDecisionsFor } from './decisions'
import { membersQuerySchema, organizationsQuerySchema } from './query'

const PAGE_SIZE = 50

/** A page of all organizations. */
export async function loadAllOrganizations(searchParams: Record<string, string | string[] | undefined>) {
  await requireAdmin('organization.read')
  const query = organizationsQuerySchema.parse(searchParams)
  const { organizations, nextCursor } = await listOrganizations({ ...query, limit: PAGE_SIZE })
  return {
    query,
    nextCursor,
    organizations: organizations.map((one) => ({
      ...one,
      createdAt: one.createdAt.toISOString(),
      deletedFrom: one.deletedFrom?.toISOString() ?? null,
    })),
  }
}

/** Everything that `/admin` shows about an organization. Contains none of its content. */
export async function loadOrganization(
  id: string,
  searchParams: Record<string, string | string[] | undefined>,
) {
  const reader = await requireAdmin('organization.read')
  const organization = (await readOrganizationOf(id)) ?? notFound()
  const mayDecide = hasInstallationPermission(reader.role, 'organization.decide')
  const { cursor } = membersQuerySchema.parse(searchParams)
  const { members, nextCursor } = await listMembersOf(id, { cursor, limit: PAGE_SIZE })
  const trail = await readTrailOf(id)
  return {
    organization: organizationDto(organization),
    /** Undefined for readers who can't make decisions. */
    decisions: mayDecide ? organizationDecisionsFor(organization) : undefined,
    members,
    cursor,
    nextCursor,
    trail: trail.map(({ at, ...event }) => ({ ...event, at: at.toISOString() })),
  }
}

/** The form of one decision about an organization. */
export async function loadOrganizationDecision(id: string, name: string) {
  await requireAdmin('organization.decide')
  const organization = (await readOrganizationOf(id)) ?? notFound()
  const decision = organizationDecisionsFor(organization).find((one) => one === name) ?? notFound()
  return { organization: organizationDto(organization), decision }
}

function organizationDto({
  size,
  createdAt,
  suspendedAt,
  deletedFrom,
  ...one
}: NonNullable<Awaited<ReturnType<typeof readOrganizationOf>>>) {
  return {
    ...one,
    /** Row counts in words. */
    size: describeRemoved(size),
    createdAt: createdAt.toISOString(),
    suspendedAt: suspendedAt?.toISOString() ?? null,
    deletedFrom: deletedFrom?.toISOString() ?? null,
  }
}

type Loaded = Awaited<ReturnType<typeof loadOrganization>>
export type AdministeredOrganizationDto = Loaded['organization']
export type AdministeredMemberDto = Loaded['members'][number]
export type OrganizationEventDto = Loaded['trail'][number]
export type OrganizationRowDto = Awaited<ReturnType<typeof loadAllOrganizations>>['organizations'][number]
