import { securityEventKinds, type SecurityEventKind } from '@kit/db/activity/security-event-values'

import type { RefusedDto } from '../loaders'

/** A time step with the count of each reason. */
export interface RefusalStep {
  /** Epoch seconds. */
  from: number
  total: number
  of: Partial<Record<SecurityEventKind, number>>
}

/** Every step of the range, including empty ones, and the reasons that occur. */
export function refusalSteps({ counts, range }: Pick<RefusedDto, 'counts' | 'range'>) {
  const steps = new Map<number, RefusalStep>()
  for (let from = range.from; from < range.to; from += range.step) steps.set(from, { from, total: 0, of: {} })
  for (const { from, kind, count } of counts) {
    const step = steps.get(from)
    if (!step) continue
    step.of[kind] = (step.of[kind] ?? 0) + count
    step.total += count
  }
  const all = [...steps.values()]
  const sumOf = (kind: SecurityEventKind) => all.reduce((sum, step) => sum + (step.of[kind] ?? 0), 0)
  const totals = securityEventKinds
    .map((kind) => ({ kind, total: sumOf(kind) }))
    .filter(({ total }) => total > 0)
    .toSorted((a, b) => b.total - a.total)
  return { steps: all, totals, total: totals.reduce((sum, { total }) => sum + total, 0) }
}
