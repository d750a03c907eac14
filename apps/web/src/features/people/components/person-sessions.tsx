import type { SessionDto } from '@kit/auth/session/sessions'
import { LocalDateTime } from '@/components/dates/local-date-time'
import { Card } from '@/components/ui/card'

/** Where a person is signed in. */
export function PersonSessions({ sessions }: { sessions: SessionDto[] }) {
  if (sessions.length === 0) return <p>Not signed in anywhere.</p>
  return (
    <Card>
      <ul className="divide-y">
        {sessions.map(({ id, browser, network, since, lastSeen }) => (
          <li key={id} className="px-4 py-3">
            <p className="font-medium">{browser}</p>
            <p className="mt-0.5 text-xs text-muted-foreground">
              {network ? <>Network {network} · </> : null}
              Signed in <LocalDateTime at={since} /> · Last seen <LocalDateTime at={lastSeen} />
            </p>
          </li>
        ))}
      </ul>
    </Card>
  )
}
