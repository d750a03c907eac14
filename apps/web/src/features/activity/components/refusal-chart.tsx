import { Card } from '@/components/ui/card'
import { readDateSettings } from '@/lib/dates/read-date-settings'

import type { RefusedDto } from '../loaders'
import { KindBadge } from './kind-badge'
import { RefusalBars } from './refusal-bars'
import { refusalSteps } from './refusal-steps'
import { RefusalStepTable } from './refusal-step-table'
import { stepLabel } from './step-label'

export async function RefusalChart({ counts, range }: Pick<RefusedDto, 'counts' | 'range'>) {
  const { steps, totals, total } = refusalSteps({ counts, range })
  if (total === 0) return null
  const kinds = totals.map(({ kind }) => kind)
  const settings = await readDateSettings()
  const label = (from: number) => stepLabel(from, range.step, settings)
  const labels = new Map(steps.map(({ from }) => [from, label(from)]))
  const bars = { steps, kinds, labels }
  const zone = settings.isFallback ? ' UTC' : ''
  const when = `from ${label(range.from)} to ${label(range.to - range.step)}${zone}`
  return (
    <Card>
      <figure aria-labelledby="refusals-over-time" className="space-y-3 p-4">
        <figcaption id="refusals-over-time">
          <span className="font-medium">
            {total} refused {total === 1 ? 'request' : 'requests'}
          </span>{' '}
          <span className="text-muted-foreground">{when}</span>
        </figcaption>
        <RefusalBars {...bars} width={340} className="h-auto w-full sm:hidden" />
        <RefusalBars {...bars} width={860} className="hidden h-auto w-full sm:block" />
        <ul
          aria-label="Refused requests by reason"
          className="flex flex-wrap gap-x-5 gap-y-1.5 text-[0.8125rem]"
        >
          {totals.map(({ kind, total }) => (
            <li key={kind} className="flex items-center gap-1.5">
              <KindBadge kind={kind} />
              <span className="text-muted-foreground tabular-nums">{total}</span>
            </li>
          ))}
        </ul>
        <details>
          <summary className="flex h-11 w-fit items-center rounded-xs text-[0.8125rem] text-muted-foreground underline underline-offset-4 hover:text-foreground md:h-7 md:pointer-coarse:h-11">
            View as table
          </summary>
          <RefusalStepTable {...bars} />
        </details>
      </figure>
    </Card>
  )
}
