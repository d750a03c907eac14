import type { RecentRefusal } from '../firing/recent-refusals'

/** What the log of refusals has on an action: the same that an organization's admins see. */
export function RefusalList({ refusals }: { refusals: readonly RecentRefusal[] }) {
  return (
    <section aria-labelledby="on-record" className="space-y-2">
      <h3 id="on-record" className="font-semibold">
        On record in the last ten minutes
      </h3>
      {refusals.length === 0 ? (
        <p className="text-muted-foreground">Nothing yet. Fire it, and its refusal is counted here.</p>
      ) : (
        <ul className="divide-y rounded-lg border bg-card">
          {refusals.map(({ kind, count, person, lastSeen }) => (
            <li
              key={`${kind} ${person} ${lastSeen}`}
              className="flex flex-wrap items-baseline justify-between gap-x-4 px-4 py-2"
            >
              <span>
                <code>{kind}</code> by {person ?? 'nobody who is signed in'}
              </span>
              <span className="text-muted-foreground tabular-nums">
                {count === 1 ? 'once' : `${count} times`}, last at{' '}
                <time dateTime={lastSeen}>{lastSeen.slice(11, 19)} UTC</time>
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
