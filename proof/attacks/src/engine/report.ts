import type { TestInfo } from '@playwright/test'

import type { Group } from './attack'
import type { Breach } from './fire'

export interface AttackResult {
  name: string
  /** Empty if the attack was blocked. */
  breaches: readonly Breach[]
}

interface GroupResult {
  endpoint: string
  group: Group
  results: readonly AttackResult[]
}

/** The annotations that the reporter reads. */
export const annotationTypes = {
  endpoint: 'endpoint',
  group: 'attack',
  blocked: 'blocked',
  breached: 'breached',
  curl: 'curl',
} as const

/** Records the attacks for the report, and fails the test with the name of each that got through. */
export function report(
  testInfo: Pick<TestInfo, 'annotations'>,
  { endpoint, group, results }: GroupResult,
): void {
  const breached = results.filter(({ breaches }) => breaches.length > 0)
  testInfo.annotations.push(
    { type: annotationTypes.endpoint, description: endpoint },
    { type: annotationTypes.group, description: group },
    { type: annotationTypes.blocked, description: String(results.length - breached.length) },
    { type: annotationTypes.breached, description: String(breached.length) },
    ...breached.flatMap(({ name, breaches }) =>
      breaches.map(({ label, curl }) => ({
        type: annotationTypes.curl,
        description: `${name}: ${label}\n${curl}`,
      })),
    ),
  )
  if (breached.length === 0) return
  const lines = breached.flatMap(({ name, breaches }) => [
    `${name}: ${breaches.length} got through:`,
    ...breaches.map(({ label, problems }) => `  ${label}: ${problems.join('; ')}`),
  ])
  throw new Error(lines.join('\n'))
}
