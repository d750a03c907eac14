import type { TestInfo } from '@playwright/test'

import type { Group } from './attack'
import type { Breach } from './fire'

interface Result {
  endpoint: string
  group: Group
  breaches: readonly Breach[]
}

/** The annotations that the reporter reads. */
export const annotationTypes = {
  endpoint: 'endpoint',
  group: 'attack',
  curl: 'curl',
} as const

/** Records the attack for the report, and fails the test if anything got through. */
export function report(testInfo: TestInfo, { endpoint, group, breaches }: Result): void {
  testInfo.annotations.push(
    { type: annotationTypes.endpoint, description: endpoint },
    { type: annotationTypes.group, description: group },
    ...breaches.map(({ label, curl }) => ({ type: annotationTypes.curl, description: `${label}\n${curl}` })),
  )
  if (breaches.length === 0) return
  const lines = breaches.map(({ label, problems }) => `  ${label}: ${problems.join('; ')}`)
  throw new Error(`${breaches.length} got through:\n${lines.join('\n')}`)
}
