'use client'

import { useParams } from 'next/navigation'

import { ButtonLink } from '@/components/ui/button-link'

/** To the page that says what each role may do, from a page that is not told in which organization it stands. */
export function RolesLink() {
  const { organization } = useParams<{ organization: string }>()
  return <ButtonLink href={`/${organization}/roles`}>What each role may do</ButtonLink>
}
