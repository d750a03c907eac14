import { Check, ChevronsUpDown, LayoutGrid, Plus } from 'lucide-react'
import Link from 'next/link'

import type { Membership } from '@kit/db/tenancy/tenant'
import {
  DropdownLabel,
  DropdownMenu,
  DropdownSeparator,
  dropdownItemClass,
} from '@/components/ui/dropdown-menu'
import { homeOf } from '@/lib/organization/organization-pages'
import { roleName } from '@/lib/organization/role-name'

import { OrganizationMark } from './organization-mark'

interface Organization extends Pick<Membership, 'role' | 'customRole'> {
  slug: string
  name: string
}

/** Each organization has its own URL, so two tabs can show two of them. */
export function OrganizationSwitcher({
  current,
  organizations,
}: {
  current: Organization
  organizations: Organization[]
}) {
  return (
    <DropdownMenu
      label={`Organization: ${current.name}. Switch`}
      triggerClassName="flex min-h-11 w-full min-w-0 items-center gap-2.5 rounded-md px-2 text-left hover:bg-accent"
      trigger={
        <>
          <OrganizationMark name={current.name} />
          <span className="min-w-0 flex-1">
            <bdi className="block truncate leading-tight font-semibold">{current.name}</bdi>
            <bdi className="block truncate text-xs text-muted-foreground">{roleName(current)}</bdi>
          </span>
          <ChevronsUpDown aria-hidden className="size-4 shrink-0 text-muted-foreground" />
        </>
      }
      className="w-64"
    >
      <DropdownLabel>Organizations</DropdownLabel>
      <ul className="max-h-72 overflow-y-auto">
        {organizations.map(({ slug, name, ...held }) => (
          <li key={slug}>
            <Link
              href={homeOf({ slug, ...held })}
              aria-current={slug === current.slug ? 'true' : undefined}
              className={dropdownItemClass}
            >
              <OrganizationMark name={name} small />
              <bdi className="min-w-0 flex-1 truncate">{name}</bdi>
              {slug === current.slug ? <Check aria-hidden /> : null}
            </Link>
          </li>
        ))}
      </ul>
      <DropdownSeparator />
      <Link href="/organizations" className={dropdownItemClass}>
        <LayoutGrid aria-hidden />
        All organizations
      </Link>
      <Link href="/organizations/new" className={dropdownItemClass}>
        <Plus aria-hidden />
        New organization
      </Link>
    </DropdownMenu>
  )
}
