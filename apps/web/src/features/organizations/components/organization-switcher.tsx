'use client'

import { Icon } from '@/components/icon/icon'
import { Link } from '@/components/link'
import { DropdownLabel, DropdownMenu, DropdownSeparator } from '@/components/ui/dropdown-menu'

import { OrganizationMark } from './organization-mark'
import { RememberOrganization } from './remember-organization'

interface OrganizationSwitcherProps {
  id: string
  name: string
  /** The user's role in it. */
  role: string
  /** This organization and others. */
  organizations: { name: string; href: string; current?: true }[]
  mayCreate: boolean
}

/** Each organization has its own URL, so two tabs can show two of them. */
export function OrganizationSwitcher({
  id,
  name,
  role,
  organizations,
  mayCreate,
}: OrganizationSwitcherProps) {
  return (
    <DropdownMenu
      label="Organization:"
      triggerClassName="menu-trigger"
      trigger={
        <>
          <OrganizationMark name={name} />
          <span className="min-w-0 flex-1">
            <bdi className="block truncate leading-tight font-semibold">{name}</bdi>
            <bdi className="block truncate text-xs text-muted-foreground">{role}</bdi>
          </span>
          <Icon name="chevrons-up-down" className="text-muted-foreground" />
        </>
      }
      className="w-64"
    >
      <RememberOrganization id={id} />
      <DropdownLabel>Organizations</DropdownLabel>
      <ul className="max-h-72 overflow-y-auto">
        {organizations.map((each) => (
          <li key={each.href}>
            <Link href={each.href} aria-current={each.current} className="menu-item">
              <OrganizationMark name={each.name} small />
              <bdi className="min-w-0 flex-1 truncate">{each.name}</bdi>
              {each.current ? <Icon name="check" /> : null}
            </Link>
          </li>
        ))}
      </ul>
      <DropdownSeparator />
      <Link href="/organizations" className="menu-item">
        <Icon name="layout-grid" />
        All organizations
      </Link>
      {mayCreate ? (
        <Link href="/organizations/new" className="menu-item">
          <Icon name="plus" />
          New organization
        </Link>
      ) : null}
    </DropdownMenu>
  )
}
