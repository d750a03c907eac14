import { LocalDateTime } from '@/components/dates/local-date-time'
import { TextLink } from '@/components/text-link'
import { Card } from '@/components/ui/card'

import type { TrailDto } from '../loaders'

interface Props {
  entries: TrailDto['changes']
  /** Shown instead of an empty list. */
  none: string
  /** The URL of the activity page that lists all of them. */
  href: string
}

/** A person's latest changes or refused requests, with a link to all of them. */
export function PersonTrail({ entries, none, href }: Props) {
  if (entries.length === 0) return <p>{none}</p>
  return (
    <>
      <Card>
        <ol className="divide-y">
          {entries.map(({ id, action, organization, count, at }) => (
            <li key={id} className="flex flex-wrap justify-between gap-x-4 px-4 py-2.5">
              <p className="min-w-0 wrap-anywhere">
                <span className="font-mono text-xs">{action}</span>
                {organization ? (
                  <span className="text-muted-foreground">
                    {' '}
                    in <bdi>{organization}</bdi>
                  </span>
                ) : null}
                {count > 1 ? ` (${count} times)` : null}
              </p>
              <LocalDateTime at={at} className="text-xs text-muted-foreground" />
            </li>
          ))}
        </ol>
      </Card>
      <p className="mt-3">
        <TextLink
          href={href}
          className="inline-flex min-h-11 items-center md:min-h-0 md:pointer-coarse:min-h-11"
        >
          Show all
        </TextLink>
      </p>
    </>
  )
}
