import type { TestInfo } from '@playwright/test'

import type { Group } from './attack'
import type { Breach } from './fire'

interface Result {
  endpoint: string
  group: Group
  breaches: readonly Breach[]
}

type Side = 'unguarded' | 'gatehouse'

/** Where the table's reporter finds what a test was about. */
export const annotationTypes = {
  endpoint: 'endpoint',
  group: 'attack',
  curl: 'curl',
  lesson: 'lesson',
  side: 'side',
} as const

/** Notes for the table which mistake a test was about, and on which side. */
export function noteLesson(
  { annotations }: TestInfo,
  { lesson, side }: { lesson: string; side: Side },
): void {
  annotations.push(
    { type: annotationTypes.lesson, description: lesson },
    { type: annotationTypes.side, description: side },
  )
}

/** Notes for the table what was attacked and how, and fails the test when something got through. */
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
