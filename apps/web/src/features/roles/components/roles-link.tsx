'use client'

import { useParams, usePathname } from 'next/navigation'

import { ButtonLink } from '@/components/ui/button-link'
import { pageOf } from '@/lib/organization/page-of'

/**
 * To the page that says what each role may do, from a page that is not told in which organization it stands; unless what
 * was refused there is the same.
 */
export function RolesLink({ sentences }: { sentences: Readonly<Record<string, string | undefined>> }) {
  const { organization } = useParams<{ organization: string }>()
  const refused = pageOf(usePathname(), Object.keys(sentences))
  if (refused !== undefined && sentences[refused] === sentences.roles) return null
  return <ButtonLink href={`/${organization}/roles`}>Permissions by role</ButtonLink>
}
