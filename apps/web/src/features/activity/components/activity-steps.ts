import { securityEventKinds, type SecurityEventKind } from '@kit/db/activity/security-event-values'

import type { ActivityDto } from '../read-activity'

/** What one color of the chart stands for: a reason of refused requests, or all changes. */
export type Series = SecurityEventKind | 'changes'

/** A time step with the count of each reason. */
export interface ActivityStep {
  /** Epoch seconds. */
  from: number
  total: number
  of: Partial<Record<Series, number>>
}

/** Every step of the range, including empty ones, and the reasons that occur. */
export function activitySteps({ counts, range }: Pick<ActivityDto, 'counts' | 'range'>) {
  const steps = new Map<number, ActivityStep>()
  for (let from = range.from; from < range.to; from += range.step) steps.set(from, { from, total: 0, of: {} })
  for (const { from, kind, count } of counts) {
    const step = steps.get(from)
    if (!step) continue
    step.of[kind] = (step.of[kind] ?? 0) + count
    step.total += count
  }
  const all = [...steps.values()]
  const sumOf = (kind: Series) => all.reduce((sum, step) => sum + (step.of[kind] ?? 0), 0)
  const totals = [...securityEventKinds, 'changes' as const]
    .map((kind) => ({ kind, total: sumOf(kind) }))
    .filter(({ total }) => total > 0)
    .toSorted((a, b) => b.total - a.total)
  return { steps: all, totals, total: totals.reduce((sum, { total }) => sum + total, 0) }
}
