import { listUrl } from '@/lib/url/list-url'

import type { ActivityQueryDto } from '../query'

/** The URL with these filters. Each view keeps only its own filters. */
export function activityUrl(path: string, query: Partial<ActivityQueryDto>): string {
  const { view, kind, about, actor, action, since, until, cursor } = query
  const refused = view === 'refused'
  return listUrl(path, {
    view: refused ? view : undefined,
    kind: refused ? kind : undefined,
    about: refused ? undefined : about,
    actor: !refused && actor === 'signed-out' ? undefined : actor,
    action,
    since,
    until,
    cursor,
  })
}
