import { LocalTime } from '@/components/dates/local-time'

import { loadImpersonation } from '../loaders'
import { StopForm } from './stop-form'

/** Shown at the top of every page during an impersonation. Names the person and the end time, and has a Stop button. */
export async function ImpersonationBanner() {
  const current = await loadImpersonation()
  if (!current) return null
  const { person, adminName, mode, expiresAt, isOver } = current
  const name = <bdi className="font-semibold">{person?.name ?? 'a deleted account'}</bdi>
  return (
    <aside
      aria-label="Impersonation"
      data-impersonating
      className="sticky top-0 z-40 flex items-center justify-between gap-3 border-b-2 border-warning bg-background px-4 py-1.5 text-sm md:h-12 md:px-8"
    >
      <p className="min-w-0 wrap-anywhere">
        {isOver ? (
          <>Impersonating {name} is over. Stop to continue as yourself.</>
        ) : (
          <>
            <bdi>{adminName}</bdi> as {name} · {mode === 'read-only' ? 'Read-only' : 'Can make changes'} ·
            until <LocalTime at={expiresAt} />
          </>
        )}
      </p>
      <StopForm />
    </aside>
  )
}
