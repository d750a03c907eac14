import { LocalDate } from '@/components/dates/local-date'
import { Link } from '@/components/link'

import type { OrganizationRowDto } from '../loaders'
import { OrganizationBadges } from './organization-badges'

/** One organization, as a link to its page. */
export function OrganizationRow({ organization }: { organization: OrganizationRowDto }) {
  const { id, name, slug, members, createdAt } = organization
  return (
    <li className="relative px-4 py-3 hover:bg-accent/50">
      <p className="flex flex-wrap items-center gap-2">
        {/* The whole row is the link's target. */}
        <Link
          href={`/admin/organizations/${id}`}
          className="font-medium wrap-anywhere after:absolute after:inset-0"
        >
          <bdi>{name}</bdi>
        </Link>
        <OrganizationBadges {...organization} />
      </p>
      <p className="font-mono text-xs wrap-anywhere text-muted-foreground">/{slug}</p>
      <p className="mt-0.5 text-xs text-muted-foreground">
        {members === 1 ? '1 member' : `${members} members`} · Created <LocalDate at={createdAt} />
      </p>
    </li>
  )
}
