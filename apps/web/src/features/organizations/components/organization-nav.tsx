'use client'

import type { IconName } from '@/components/icon/catalog'
import { NavLink } from '@/components/nav-link'

interface OrganizationNavProps {
  slug: string
  pages: { page: string; label: string; icon: IconName }[]
  /** Links to pages outside the organization. Data, because an element would send its component again. */
  further?: { href: string; label: string; icon: IconName }[]
}

export function OrganizationNav({ slug, pages, further }: OrganizationNavProps) {
  return (
    <ul>
      {pages.map(({ page, label, icon }) => (
        <li key={page}>
          <NavLink href={`/${slug}/${page}`} icon={icon} label={label} />
        </li>
      ))}
      {further?.map((link) => (
        <li key={link.href}>
          <NavLink {...link} />
        </li>
      ))}
    </ul>
  )
}
