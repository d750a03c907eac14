import { LocalTime } from '@/components/dates/local-time'

import type { RecentRefusal } from '../firing/recent-refusals'

/** Recent refusals of an action, as an organization's admins see them. */
export function RefusalList({ refusals }: { refusals: readonly RecentRefusal[] }) {
  return (
    <section aria-labelledby="on-record" className="space-y-2">
      <h3 id="on-record" className="font-semibold">
        Refused in the last 10 minutes
      </h3>
      {refusals.length === 0 ? (
        <p className="text-muted-foreground">None yet. Run the attack and its refusal shows up here.</p>
      ) : (
        <ul className="divide-y rounded-lg border bg-card">
          {refusals.map(({ kind, count, person, lastSeen }) => (
            <li
              key={`${kind} ${person} ${lastSeen}`}
              className="flex flex-wrap items-baseline justify-between gap-x-4 px-4 py-2"
            >
              <span>
                <code>{kind}</code> by {person ?? 'a signed-out user'}
              </span>
              <span className="text-muted-foreground tabular-nums">
                {count === 1 ? 'Once' : `${count} times`}, last seen at <LocalTime at={lastSeen} />
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
