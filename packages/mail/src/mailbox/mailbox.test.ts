import { randomUUID } from 'node:crypto'
import { mkdtemp, readdir, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { readMailbox, readMessage, writeToMailbox } from './mailbox'

const message = {
  to: 'a@b.test',
  from: 'Gatehouse <g@b.test>',
  subject: 'Hello',
  html: '<p>Hi</p>',
  text: 'Hi',
}

const queued = () => ({ id: randomUUID(), queuedAt: new Date() })

let root: string
let directory: string

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'mailbox-'))
  directory = join(root, 'mail')
})

afterEach(async () => {
  vi.useRealTimers()
  await rm(root, { recursive: true, force: true })
})

it('reads back what was written, newest first', async () => {
  vi.useFakeTimers({ toFake: ['Date'] })
  const first = await writeToMailbox(directory, queued(), { ...message, subject: 'First' })
  vi.advanceTimersByTime(1)
  const second = await writeToMailbox(directory, queued(), { ...message, subject: 'Second' })
  expect(await readMailbox(directory)).toEqual([second, first])
  expect(first).toMatchObject({ ...message, subject: 'First' })
  expect(await readMailbox(directory, 1)).toEqual([second])
})

it('keeps messages from other users of the machine and leaves no half-written file', async () => {
  const { id } = await writeToMailbox(directory, queued(), message)
  expect((await stat(directory)).mode & 0o777).toBe(0o700)
  expect((await stat(join(directory, `${id}.json`))).mode & 0o777).toBe(0o600)
  expect(await readdir(directory)).toEqual([`${id}.json`])
})

it('writes the same queued mail to the same file', async () => {
  const twice = queued()
  const first = await writeToMailbox(directory, twice, message)
  await writeToMailbox(directory, twice, message)
  expect((await readMailbox(directory)).map(({ id }) => id)).toEqual([first.id])
})

it('says so when the disk is full, and leaves nothing behind', async () => {
  const mail = queued()
  const { id } = await writeToMailbox(directory, mail, message)
  await rm(join(directory, `${id}.json`))
  await symlink('/dev/full', join(directory, `.${id}.tmp`))
  await expect(writeToMailbox(directory, mail, message)).rejects.toMatchObject({
    name: 'MailError',
    code: 'ENOSPC',
    isFinal: false,
  })
  expect(await readdir(directory)).toEqual([])
  await writeToMailbox(directory, mail, message)
  expect(await readMailbox(directory)).toHaveLength(1)
})

it('is empty before the first message', async () => {
  expect(await readMailbox(join(directory, 'absent'))).toEqual([])
})

it('skips files that are not messages', async () => {
  const kept = await writeToMailbox(directory, queued(), message)
  await writeFile(join(directory, '1700000000000-0123456789abcdef.json'), '{"id":"1"}')
  await writeFile(join(directory, '1700000000001-0123456789abcdef.json'), 'not json')
  await writeFile(join(directory, 'notes.json'), JSON.stringify(kept))
  expect(await readMailbox(directory)).toEqual([kept])
})

it.each(['../secret', '..%2fsecret', '/etc/passwd', '', '1700000000000-0123456789abcdef/../x', '__proto__'])(
  'finds nothing for the ID %j',
  async (id) => {
    await writeToMailbox(directory, queued(), message)
    await writeFile(join(directory, '..', 'secret.json'), JSON.stringify({ ...message, id, sentAt: '' }))
    expect(await readMessage(directory, id)).toBeUndefined()
  },
)
