import { listUrl } from '@/lib/url/list-url'

import type { ActivityQueryDto } from '../query'

/** The URL with these filters. Each view keeps only its own filters. */
export function activityUrl(path: string, query: Partial<ActivityQueryDto>): string {
  const { view, kind, about, actor, impersonator, network, action, since, until, hour, cursor } = query
  const refused = view === 'refused'
  return listUrl(path, {
    view: refused ? view : undefined,
    kind: refused ? kind : undefined,
    about: refused ? undefined : about,
    actor: !refused && actor === 'signed-out' ? undefined : actor,
    impersonator: refused ? undefined : impersonator,
    network: refused ? network : undefined,
    in: query.in,
    action,
    since,
    until,
    hour,
    cursor,
  })
}
