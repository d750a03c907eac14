import { expect } from '@playwright/test'

import { encryptionKey } from '@/features/lab/control/decrypt'
import { evidenceOf } from './evidence'
import { lessons } from './lessons'
import { manifestFile } from '@kit/attacks/app/manifest'
import { noteLesson } from '@kit/attacks/engine/lessons'
import { test } from '@kit/attacks/engine/test'

// The attacks that succeed against the control group.
for (const lesson of lessons) {
  test(`${lesson.title}: the same attack is blocked here`, async ({ arena }, testInfo) => {
    noteLesson(testInfo, { lesson: lesson.title, side: 'guarded' })
    await arena.database.resetCounters()
    const replies = await lesson.guarded(arena)
    const after = await arena.snapshot()
    const key = encryptionKey(manifestFile(arena.development))
    const evidence = evidenceOf(arena.changes(arena.record.baseline, after), replies, key)
    await arena.restore(after)
    expect(lesson.succeeded(evidence)).toBe(false)
    expect(evidence.changes).toEqual([])
  })
}
