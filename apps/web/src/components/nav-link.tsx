'use client'

import { useLinkStatus } from 'next/link'
import { usePathname } from 'next/navigation'

import type { IconName } from './icon/catalog'
import { Icon } from './icon/icon'
import { Link } from './link'

function Pending() {
  const { pending } = useLinkStatus()
  return <span aria-hidden className={pending ? 'pending' : undefined} />
}

/** A navigation link, marked as current on its page and pages below it. */
export function NavLink({ href, icon, label }: { href: string; icon?: IconName; label: string }) {
  const pathname = usePathname()
  const current = pathname === href ? 'page' : pathname.startsWith(`${href}/`) ? 'true' : undefined
  return (
    <Link href={href} aria-current={current} className="nav-link">
      {icon ? <Icon name={icon} /> : null}
      {label}
      <Pending />
    </Link>
  )
}
