'use client'

import { usePathname } from 'next/navigation'

import { pageOf } from '@/lib/organization/page-of'

interface Props {
  /** What is missing on each page, and who can give it. */
  sentences: Readonly<Record<string, string | undefined>>
}

/** Which page was refused is known by its address alone: Next tells this one nothing, and keeps it from page to page. */
export function MissingPermission({ sentences }: Props) {
  const page = pageOf(usePathname(), Object.keys(sentences))
  const sentence = page && sentences[page]
  return <p>{sentence ?? "Your role doesn't allow this. Ask an owner or admin for access."}</p>
}
