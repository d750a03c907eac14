'use client'

import { useParams, usePathname } from 'next/navigation'

import { ButtonLink } from '@/components/ui/button-link'
import { pageOf } from '@/lib/organization/page-of'

/**
 * Links to the roles page, unless that page was refused for the same reason. `not-found` and `forbidden` pages get no
 * params, so the URL gives the organization.
 */
export function RolesLink({ sentences }: { sentences: Readonly<Record<string, string | undefined>> }) {
  const { organization } = useParams<{ organization: string }>()
  const refused = pageOf(usePathname(), Object.keys(sentences))
  if (refused !== undefined && sentences[refused] === sentences.roles) return null
  return <ButtonLink href={`/${organization}/roles`}>Permissions by role</ButtonLink>
}
