import { Card } from '@/components/ui/card'
import { readDateSettings } from '@/lib/dates/read-date-settings'

import type { ActivityDto } from '../read-activity'
import { ActivityBars } from './activity-bars'
import { activitySteps } from './activity-steps'
import { StepTable } from './step-table'
import { KindBadge } from './kind-badge'
import { seriesLabels } from './kind-tones'
import { stepLabel } from './step-label'

const nouns = {
  done: { one: 'change', many: 'changes', title: 'Changes' },
  refused: { one: 'refused request', many: 'refused requests', title: 'Refused requests' },
} as const

/** Events over time as bars, with their sums and a table. */
export async function ActivityChart({ view, counts, range }: Pick<ActivityDto, 'view' | 'counts' | 'range'>) {
  const { steps, totals, total } = activitySteps({ counts, range })
  if (total === 0) return null
  const { one, many, title } = nouns[view]
  const kinds = totals.map(({ kind }) => kind)
  const settings = await readDateSettings()
  const label = (from: number) => stepLabel(from, range.step, settings)
  const labels = new Map(steps.map(({ from }) => [from, label(from)]))
  const bars = { steps, kinds, labels }
  const zone = settings.isFallback ? ' UTC' : ''
  const when = `from ${label(range.from)} to ${label(range.to - range.step)}${zone}`
  return (
    <Card>
      <figure aria-labelledby="activity-over-time" className="space-y-3 p-4">
        <figcaption id="activity-over-time">
          <span className="font-medium">
            {total} {total === 1 ? one : many}
          </span>{' '}
          <span className="text-muted-foreground">{when}</span>
        </figcaption>
        <ActivityBars {...bars} width={340} className="h-auto w-full sm:hidden" />
        <ActivityBars {...bars} width={860} className="hidden h-auto w-full sm:block" />
        {view === 'refused' ? (
          <ul aria-label={`${title} by reason`} className="flex flex-wrap gap-x-5 gap-y-1.5 text-[0.8125rem]">
            {totals.map(({ kind, total: sum }) => (
              <li key={kind} className="flex items-center gap-1.5">
                {kind === 'changes' ? seriesLabels[kind] : <KindBadge kind={kind} />}
                <span className="text-muted-foreground tabular-nums">{sum}</span>
              </li>
            ))}
          </ul>
        ) : null}
        <details>
          <summary className="flex h-11 w-fit items-center rounded-xs text-[0.8125rem] text-muted-foreground underline underline-offset-4 hover:text-foreground md:h-7 md:pointer-coarse:h-11">
            View as table
          </summary>
          <StepTable
            {...bars}
            label={view === 'refused' ? `${title} over time by reason` : `${title} over time`}
          />
        </details>
      </figure>
    </Card>
  )
}
