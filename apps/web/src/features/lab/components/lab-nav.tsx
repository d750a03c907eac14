'use client'

import { usePathname } from 'next/navigation'

import { TextLink } from '@/components/text-link'

const pages = [
  { href: '/lab', label: 'Lessons' },
  { href: '/lab/questions', label: 'Questions' },
  { href: '/lab/attack', label: 'Attack' },
  { href: '/lab/inventory', label: 'Endpoint inventory' },
] as const

/** The lab's pages. Lessons belong to the first. */
export function LabNav() {
  const pathname = usePathname()
  const current = pages.findLast(({ href }) => pathname === href || pathname.startsWith(`${href}/`))?.href
  return (
    <nav aria-label="Lab" className="flex flex-wrap gap-x-5 gap-y-1">
      {pages.map(({ href, label }) => (
        <TextLink
          key={href}
          href={href}
          aria-current={href === current ? 'page' : undefined}
          className="flex min-h-11 items-center no-underline text-muted-foreground hover:underline aria-[current]:text-foreground aria-[current]:underline md:min-h-8"
        >
          {label}
        </TextLink>
      ))}
    </nav>
  )
}
