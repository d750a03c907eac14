import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'

import { readMessages, restoreMailbox, snapshotMailbox } from './mailbox'

let directory: string

beforeEach(async () => {
  directory = await mkdtemp(path.join(tmpdir(), 'mailbox-'))
})

afterEach(() => rm(directory, { recursive: true }))

/** Replaces the file by renaming, like the app. */
async function deliver(id: string, text: string): Promise<void> {
  const temporary = path.join(directory, `.${id}.tmp`)
  await writeFile(temporary, JSON.stringify({ id, to: 'a@b.test', subject: 'Hello', text }))
  await rename(temporary, path.join(directory, `${id}.json`))
}

it('notices a new, a replaced and a removed message', async () => {
  await deliver('1', 'first')
  const before = await snapshotMailbox(directory)
  expect(await snapshotMailbox(directory)).toBe(before)
  await deliver('1', 'other')
  await deliver('2', 'second')
  const messages = await readMessages(directory)
  expect(messages.map(({ text }) => text)).toEqual(['other', 'second'])
  expect(await snapshotMailbox(directory)).toBe(JSON.stringify(messages))
  await restoreMailbox(directory, JSON.stringify(messages.slice(0, 1)))
  expect(await snapshotMailbox(directory)).toBe(JSON.stringify(messages.slice(0, 1)))
})
