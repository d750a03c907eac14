'use client'

import { useParams, usePathname } from 'next/navigation'

import { ButtonLink } from '@/components/ui/button-link'
import { pageNeeds, pageOf } from '@/lib/organization/organization-pages'

/**
 * To the page that says what each role may do, from a page that is not told in which organization it stands; unless what
 * was refused there is the same.
 */
export function RolesLink() {
  const { organization } = useParams<{ organization: string }>()
  const refused = pageOf(usePathname())
  if (refused && pageNeeds[refused] === pageNeeds.roles) return null
  return <ButtonLink href={`/${organization}/roles`}>What each role may do</ButtonLink>
}
