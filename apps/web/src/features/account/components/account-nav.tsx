'use client'

import { usePathname } from 'next/navigation'

import { Link } from '@/components/link'

const pages = [
  { href: '/account', label: 'Profile' },
  { href: '/account/security', label: 'Security' },
  { href: '/account/email', label: 'Email' },
  { href: '/account/data', label: 'Your data' },
] as const

/** The account's pages. All four fit on a narrow phone. */
export function AccountNav() {
  const pathname = usePathname()
  return (
    <nav aria-label="Account pages" className="mt-5 border-b">
      <ul className="flex gap-1">
        {pages.map(({ href, label }) => (
          <li key={href} className="max-sm:flex-1">
            <Link
              href={href}
              aria-current={pathname === href ? 'page' : undefined}
              className="-mb-px flex h-11 items-center justify-center border-b-2 border-transparent px-1 font-medium whitespace-nowrap text-muted-foreground hover:text-foreground focus-visible:-outline-offset-2 aria-[current]:border-primary aria-[current]:text-foreground sm:px-3 md:h-9 md:pointer-coarse:h-11"
            >
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
