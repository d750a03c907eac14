import { LocalDateTime } from '@/components/dates/local-date-time'
import { Badge } from '@/components/ui/badge'
import { Card } from '@/components/ui/card'

import { loadSessions } from '../loaders'
import { EndOtherSessions } from './end-other-sessions'
import { EndSession } from './end-session'
import { LIST } from './list-id'

/** Where the user is signed in. */
export async function SessionList() {
  const sessions = await loadSessions()
  const others = sessions.filter(({ isCurrent }) => !isCurrent)
  return (
    <div id={LIST} tabIndex={-1} className="outline-none">
      <p aria-live="polite" className="sr-only">
        {sessions.length === 1
          ? 'Signed in on this device only.'
          : `Signed in on ${sessions.length} devices.`}
      </p>
      <Card>
        <ul className="divide-y">
          {sessions.map(({ id, browser, network, since, lastSeen, isCurrent }) => (
            <li key={id} className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3">
              <div className="min-w-0 flex-1 basis-48">
                <p className="flex flex-wrap items-center gap-2 font-medium">
                  {browser}
                  {isCurrent ? <Badge variant="success">This device</Badge> : null}
                </p>
                <p className="mt-0.5 text-xs text-muted-foreground">
                  {network ? <>Network {network} · </> : null}
                  Signed in <LocalDateTime at={since} />
                  {isCurrent ? null : (
                    <>
                      {' '}
                      · Last seen <LocalDateTime at={lastSeen} />
                    </>
                  )}
                </p>
              </div>
              {isCurrent ? null : <EndSession id={id} browser={browser} />}
            </li>
          ))}
        </ul>
      </Card>
      {others.length > 0 ? <EndOtherSessions /> : null}
    </div>
  )
}
