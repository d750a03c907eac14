import 'server-only'
import { headers } from 'next/headers'
import { notFound, permanentRedirect } from 'next/navigation'

import { organizationSlugSchema } from '@kit/action-middleware/input/organization-reference'
import { findCurrentSlug } from '@kit/db/organizations/former-slugs'

import { movedPath } from './moved-path'
import { pathHeader } from '../url/path-header'

/** Redirects a member to the organization's current slug. Anyone else gets 404, as for an unknown organization. */
export async function redirectFormerSlug(organization: string, userId: string): Promise<never> {
  const { success } = organizationSlugSchema.safeParse(organization)
  const current = success ? await findCurrentSlug(organization, userId) : undefined
  if (!current) notFound()
  permanentRedirect(movedPath((await headers()).get(pathHeader), organization, current))
}
