'use client'

import Link, { useLinkStatus } from 'next/link'
import { usePathname } from 'next/navigation'
import type { ReactNode } from 'react'

import { cn } from '@/lib/cn'

function Pending() {
  const { pending } = useLinkStatus()
  return (
    <span
      aria-hidden
      className={cn(
        'absolute right-1 size-1.5 rounded-full bg-primary opacity-0 transition-opacity delay-100',
        pending && 'animate-pulse opacity-100',
      )}
    />
  )
}

/** A navigation link, marked as current on its page and pages below it. */
export function NavLink({ href, icon, children }: { href: string; icon?: ReactNode; children: ReactNode }) {
  const pathname = usePathname()
  const current = pathname === href ? 'page' : pathname.startsWith(`${href}/`) ? 'true' : undefined
  return (
    <Link
      href={href}
      aria-current={current}
      className="relative flex h-11 items-center justify-center gap-2.5 rounded-md px-2 whitespace-nowrap text-muted-foreground focus-visible:-outline-offset-2 sm:px-3 transition-colors hover:bg-accent hover:text-foreground aria-[current]:bg-accent aria-[current]:font-medium aria-[current]:text-foreground md:h-8 md:justify-start md:px-2.5 md:pointer-coarse:h-11 [&_svg]:size-4"
    >
      {icon}
      {children}
      <Pending />
    </Link>
  )
}
