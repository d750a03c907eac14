'use client'

import { usePathname } from 'next/navigation'

import { type OrganizationPage, pageOf } from '@/lib/organization/organization-pages'

interface Props {
  /** What is missing on each page, and who can give it. */
  sentences: Partial<Record<OrganizationPage, string>>
}

/** Which page was refused is known by its address alone: Next tells this one nothing, and keeps it from page to page. */
export function MissingPermission({ sentences }: Props) {
  const page = pageOf(usePathname())
  const sentence = page && sentences[page]
  return (
    <p>
      {sentence ??
        'Your role in this organization does not allow this. An owner or admin of it can give you one that does.'}
    </p>
  )
}
