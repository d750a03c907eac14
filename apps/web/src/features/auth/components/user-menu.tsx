import { ChevronsUpDown, Settings, ShieldCheck } from 'lucide-react'
import Link from 'next/link'

import { ThemeToggle } from '@/components/theme/theme-toggle'
import type { Theme } from '@/components/theme/theme'
import { Avatar } from '@/components/ui/avatar'
import { DropdownMenu, DropdownSeparator, dropdownItemClass } from '@/components/ui/dropdown-menu'

import { SignOutForm } from './sign-out-form'

interface UserMenuProps {
  user: { name: string; email: string; role: 'user' | 'super-admin' }
  theme: Theme
  /** Position: the sidebar, or the bar above a page. */
  place: 'sidebar' | 'bar'
}

export function UserMenu({ user, theme, place }: UserMenuProps) {
  const sidebar = place === 'sidebar'
  return (
    <DropdownMenu
      label={`Account: ${user.name}`}
      side={sidebar ? 'top' : 'bottom'}
      align={sidebar ? 'start' : 'end'}
      triggerClassName="flex min-h-11 w-full items-center gap-2.5 rounded-md px-2 text-left hover:bg-accent"
      trigger={
        <>
          <Avatar name={user.name} />
          <span className={sidebar ? 'hidden min-w-0 flex-1 md:block' : 'hidden min-w-0 sm:block'}>
            <bdi className="block truncate leading-tight font-medium">{user.name}</bdi>
            {sidebar ? (
              <span className="block truncate text-xs text-muted-foreground">{user.email}</span>
            ) : null}
          </span>
          {sidebar ? (
            <ChevronsUpDown aria-hidden className="hidden size-4 text-muted-foreground md:block" />
          ) : null}
        </>
      }
      className="w-60"
    >
      <p className="px-2.5 pt-1.5 pb-2">
        <bdi className="block truncate font-medium">{user.name}</bdi>
        <span className="block truncate text-xs text-muted-foreground">{user.email}</span>
      </p>
      <DropdownSeparator />
      <Link href="/account" className={dropdownItemClass}>
        <Settings aria-hidden />
        Account
      </Link>
      {user.role === 'super-admin' ? (
        <Link href="/admin/activity" className={dropdownItemClass}>
          <ShieldCheck aria-hidden />
          Administration
        </Link>
      ) : null}
      <div className="flex min-h-11 items-center justify-between gap-2 px-2.5 noscript:hidden md:min-h-9">
        <span aria-hidden>Theme</span>
        <ThemeToggle theme={theme} />
      </div>
      <DropdownSeparator />
      <SignOutForm />
    </DropdownMenu>
  )
}
