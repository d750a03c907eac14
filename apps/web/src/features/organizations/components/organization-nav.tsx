'use client'

import type { ReactNode } from 'react'

import type { IconName } from '@/components/icon/catalog'
import { NavLink } from '@/components/nav-link'

interface OrganizationNavProps {
  slug: string
  pages: { page: string; label: string; icon: IconName }[]
  /** Additional links. */
  children?: ReactNode
}

export function OrganizationNav({ slug, pages, children }: OrganizationNavProps) {
  return (
    <ul className="flex gap-1 max-md:overflow-x-auto max-md:*:flex-1 md:flex-col md:gap-0.5 max-md:[&_svg]:hidden">
      {pages.map(({ page, label, icon }) => (
        <li key={page}>
          <NavLink href={`/${slug}/${page}`} icon={icon} label={label} />
        </li>
      ))}
      {children}
    </ul>
  )
}
