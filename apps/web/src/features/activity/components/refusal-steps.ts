import { securityEventKinds, type SecurityEventKind } from '@kit/db/activity/security-event-values'

import type { RefusedDto } from '../loaders'

/** One step of time with how often each kind was refused in it. */
export interface RefusalStep {
  /** Epoch seconds. */
  from: number
  total: number
  of: Partial<Record<SecurityEventKind, number>>
}

/** The steps of a stretch of time, those in which nothing was refused among them, and the kinds that there are. */
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
