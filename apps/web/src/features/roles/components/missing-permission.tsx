'use client'

import { usePathname } from 'next/navigation'

import { pageOf } from '@/lib/organization/page-of'

interface Props {
  /** The message for each page. */
  sentences: Readonly<Record<string, string | undefined>>
}

/** The URL is the only way to know which page was refused: Next passes no params to `forbidden`. */
export function MissingPermission({ sentences }: Props) {
  const page = pageOf(usePathname(), Object.keys(sentences))
  const sentence = page && sentences[page]
  return <p>{sentence ?? "Your role doesn't allow this. Ask an owner or admin for access."}</p>
}
