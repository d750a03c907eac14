'use client'

import { Icon } from '@/components/icon/icon'
import { Link } from '@/components/link'
import { ThemeToggle } from '@/components/theme/theme-toggle'
import type { Theme } from '@/components/theme/theme'
import { Avatar } from '@/components/ui/avatar'
import { DropdownMenu, DropdownSeparator } from '@/components/ui/dropdown-menu'
import { avatarPath } from '@/lib/url/avatar-path'

import { PersonWatch } from './person/person-watch'
import { SignOutForm } from './sign-out-form'

interface UserMenuProps {
  id: string
  name: string
  email: string
  image: string | null
  isAdmin: boolean
  theme: Theme
  /** Position: the sidebar, or the bar above a page. */
  place: 'sidebar' | 'bar'
}

export function UserMenu({ id, name, email, image, isAdmin, theme, place }: UserMenuProps) {
  const sidebar = place === 'sidebar'
  return (
    <DropdownMenu
      label="Account:"
      side={sidebar ? 'top' : 'bottom'}
      align={sidebar ? 'start' : 'end'}
      triggerClassName="menu-trigger"
      trigger={
        <>
          <Avatar name={name} picture={avatarPath({ id, image })} />
          <span className={sidebar ? 'min-w-0 max-md:sr-only md:flex-1' : 'min-w-0 max-sm:sr-only'}>
            <bdi className="block truncate leading-tight font-medium">{name}</bdi>
            {sidebar ? <span className="block truncate text-xs text-muted-foreground">{email}</span> : null}
          </span>
          {sidebar ? (
            <Icon name="chevrons-up-down" className="hidden text-muted-foreground md:block" />
          ) : null}
        </>
      }
      className="w-60"
    >
      <p className="px-2.5 pt-1.5 pb-2">
        <bdi className="block truncate font-medium">{name}</bdi>
        <span className="block truncate text-xs text-muted-foreground">{email}</span>
      </p>
      <DropdownSeparator />
      <Link href="/account" className="menu-item">
        <Icon name="settings" />
        Account
      </Link>
      {isAdmin ? (
        <Link href="/admin/activity" className="menu-item">
          <Icon name="shield-check" />
          Administration
        </Link>
      ) : null}
      <div className="menu-setting">
        <span aria-hidden>Theme</span>
        <ThemeToggle theme={theme} />
      </div>
      <DropdownSeparator />
      <SignOutForm />
      <PersonWatch id={id} />
    </DropdownMenu>
  )
}
