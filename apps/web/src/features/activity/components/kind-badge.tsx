import type { SecurityEventKind } from '@kit/db/activity/security-event-values'

import { kindLabels } from './activity-labels'
import { kindFills } from './kind-tones'

/** A reason with its chart color. */
export function KindBadge({ kind }: { kind: SecurityEventKind }) {
  return (
    <span className="inline-flex items-center gap-2 font-medium whitespace-nowrap">
      <svg aria-hidden viewBox="0 0 10 10" className="size-2.5 shrink-0">
        <rect width={10} height={10} rx={2} className={kindFills[kind]} />
      </svg>
      {kindLabels[kind]}
    </span>
  )
}
