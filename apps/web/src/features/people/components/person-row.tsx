import { LocalDate } from '@/components/dates/local-date'
import { LocalDateTime } from '@/components/dates/local-date-time'
import { Link } from '@/components/link'
import { Avatar } from '@/components/ui/avatar'
import { avatarPath } from '@/lib/url/avatar-path'

import type { PersonRowDto } from '../loaders'
import { PersonBadges } from './person-badges'

/** One person, as a link to their page. */
export function PersonRow({ person }: { person: PersonRowDto }) {
  const { id, name, email, organizations, createdAt, lastSeenAt } = person
  return (
    <li className="relative flex items-center gap-3 px-4 py-3 hover:bg-accent/50">
      <Avatar name={name} picture={avatarPath(person)} />
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-2">
          {/* The whole row is the link's target. */}
          <Link
            href={`/admin/people/${id}`}
            className="font-medium wrap-anywhere after:absolute after:inset-0"
          >
            <bdi>{name}</bdi>
          </Link>
          <PersonBadges {...person} />
        </p>
        <p className="wrap-anywhere text-muted-foreground">{email}</p>
        <p className="mt-0.5 text-xs text-muted-foreground">
          {organizations === 1 ? '1 organization' : `${organizations} organizations`} · Joined{' '}
          <LocalDate at={createdAt} />
          {lastSeenAt ? (
            <>
              {' '}
              · Last seen <LocalDateTime at={lastSeenAt} />
            </>
          ) : null}
        </p>
      </div>
    </li>
  )
}
