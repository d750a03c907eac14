import { readdirSync } from 'node:fs'
import path from 'node:path'

import { expect, test as base } from '@playwright/test'

import { webDirectory } from '@kit/attacks/app/environment'
import { noteLesson } from '@kit/attacks/engine/lessons'
import { encryptionKey } from '@/features/lab/control/decrypt'
import { evidenceOf } from './evidence'
import { lessons } from './lessons'
import { controlManifest, Unguarded } from './unguarded'

const test = base.extend<object, { unguarded: Unguarded }>({
  unguarded: [
    async ({}, use) => {
      const unguarded = await Unguarded.open()
      await use(unguarded)
      await unguarded.close()
    },
    { scope: 'worker' },
  ],
})

// An attack that fails even against the control group proves nothing about ours.
for (const lesson of lessons) {
  test(`${lesson.title}: the attack succeeds without guards`, async ({ unguarded }, testInfo) => {
    noteLesson(testInfo, { lesson: lesson.title, side: 'unguarded' })
    const replies = await lesson.unguarded(unguarded)
    const evidence = evidenceOf(await unguarded.changes(), replies, encryptionKey(controlManifest))
    await unguarded.restore()
    expect(lesson.succeeded(evidence), replies.map(({ status }) => status).join(', ')).toBe(true)
  })
}

test('every mistake of the control group is attacked', () => {
  const pages = readdirSync(path.resolve(webDirectory, '../unguarded/src/app'), {
    recursive: true,
    encoding: 'utf8',
  })
  const mistakes = pages.filter((name) => /^[^/]+\/page\.tsx$/.test(name)).map((name) => path.dirname(name))
  expect(lessons.map(({ mistake }) => mistake).sort()).toEqual(mistakes.sort())
})
