import { Link } from '@/components/link'
import { formatDateTime } from '@/lib/dates/format-date'
import { readDateSettings } from '@/lib/dates/read-date-settings'
import { Icon } from '@/components/icon/icon'

import type { ActivityQueryDto } from '../query'
import { activityUrl } from './activity-url'

interface ActiveFiltersProps {
  path: string
  query: ActivityQueryDto
  /** The name of the filtered person, if a row has it. */
  actorName: string | null | undefined
}

/** The active filters that were chosen in the list, each with a link that removes it. */
export async function ActiveFilters({ path, query, actorName }: ActiveFiltersProps) {
  const { actor, impersonator, network, action, hour } = query
  const settings = hour ? await readDateSettings() : undefined
  const person = actor === 'signed-out' ? 'Signed out' : (actorName ?? 'Unknown user')
  const active = [
    ...(actor ? [{ text: person, without: { actor: undefined } }] : []),
    ...(impersonator ? [{ text: 'Impersonated', without: { impersonator: undefined } }] : []),
    ...(network ? [{ text: network, without: { network: undefined } }] : []),
    ...(query.in ? [{ text: query.in, without: { in: undefined } }] : []),
    ...(action ? [{ text: action, without: { action: undefined } }] : []),
    ...(hour && settings
      ? [
          {
            text: `One hour from ${formatDateTime(new Date(`${hour}:00Z`), settings)}`,
            without: { hour: undefined },
          },
        ]
      : []),
  ]
  if (active.length === 0) return null
  return (
    <ul aria-label="Active filters" className="flex flex-wrap gap-2">
      {active.map(({ text, without }) => (
        <li key={text} className="max-w-full">
          <Link
            href={activityUrl(path, { ...query, ...without, cursor: undefined })}
            scroll={false}
            aria-label={`Remove filter: ${text}`}
            className="flex min-h-11 max-w-full items-center gap-1.5 rounded-md bg-secondary pr-2 pl-2.5 text-[0.8125rem] font-medium hover:bg-accent md:min-h-7 md:pointer-coarse:min-h-11"
          >
            <bdi className="truncate">{text}</bdi>
            <Icon name="x" className="size-3.5 text-muted-foreground" />
          </Link>
        </li>
      ))}
    </ul>
  )
}
