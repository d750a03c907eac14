import { ChevronRight, Plus } from 'lucide-react'
import type { Metadata } from 'next'
import Link from 'next/link'

import { PageHeader } from '@/components/page-header'
import { Badge } from '@/components/ui/badge'
import { ButtonLink } from '@/components/ui/button-link'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { OrganizationMark } from '@/features/organizations/components/organization-mark'
import { loadOrganizations } from '@/features/organizations/loaders'
import { roleName } from '@/lib/role-name'

export const metadata: Metadata = { title: 'Organizations' }

export default async function OrganizationsPage() {
  const organizations = await loadOrganizations()
  const create = (
    <ButtonLink href="/organizations/new" variant={organizations.length > 0 ? 'outline' : 'default'}>
      <Plus aria-hidden />
      New organization
    </ButtonLink>
  )
  if (organizations.length === 0) {
    return (
      <>
        <PageHeader title="Organizations" />
        <Card className="mt-6">
          <EmptyState title="You belong to no organization yet" action={create}>
            Start one of your own: you will be its owner.
          </EmptyState>
        </Card>
      </>
    )
  }
  return (
    <>
      <PageHeader title="Organizations" description="Choose where to work." actions={create} />
      <Card className="mt-6 overflow-hidden">
        <ul className="divide-y">
          {organizations.map(({ slug, name, ...held }) => (
            <li key={slug}>
              <Link
                href={`/${slug}/tasks`}
                className="flex min-h-16 items-center gap-3 px-4 py-3 hover:bg-accent/60 focus-visible:-outline-offset-2"
              >
                <OrganizationMark name={name} />
                <span className="min-w-0 flex-1">
                  <span className="block truncate font-medium">{name}</span>
                  <span className="block truncate font-mono text-xs text-muted-foreground">/{slug}</span>
                </span>
                <Badge>{roleName(held)}</Badge>
                <ChevronRight aria-hidden className="size-4 text-muted-foreground" />
              </Link>
            </li>
          ))}
        </ul>
      </Card>
    </>
  )
}
