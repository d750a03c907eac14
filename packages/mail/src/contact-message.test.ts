import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { readMailbox } from './mailbox/mailbox'
import type { queueMailAlone } from './queue'

vi.mock('./queue', () => ({ queueMailAlone: vi.fn<typeof queueMailAlone>() }))

const message = {
  name: 'Ada O’Neill',
  email: 'ada@visitor.test',
  message: 'Dear all,\n\nis anybody there?\r\nAda',
}

let directory: string

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'mail-'))
  vi.resetModules()
  vi.stubEnv('DATABASE_URL', 'postgres://nobody@localhost/none')
  vi.stubEnv('SMTP_URL', '')
  vi.stubEnv('MAIL_DIRECTORY', directory)
  vi.stubEnv('CONTACT_EMAIL', 'desk@gatehouse.test')
})

afterEach(async () => {
  vi.unstubAllEnvs()
  await rm(directory, { recursive: true, force: true })
})

/** Queues the message and sends what was queued. */
async function send(more: Partial<typeof message> = {}) {
  const { queueContactMessage } = await import('./contact-message')
  const queue = await import('./queue')
  vi.mocked(queue.queueMailAlone).mockClear()
  await queueContactMessage({ ...message, ...more })
  const { sendMail } = await import('./send')
  for (const [mail] of vi.mocked(queue.queueMailAlone).mock.calls)
    await sendMail({ id: randomUUID(), queuedAt: new Date(), mail })
  return readMailbox(directory)
}

describe('queueContactMessage', () => {
  it('sends only to the contact email', async () => {
    const sent = await send()
    expect(sent).toHaveLength(1)
    expect(sent[0]).toMatchObject({ to: 'desk@gatehouse.test', replyTo: 'ada@visitor.test' })
    expect(sent[0]?.text).toContain('Dear all,\n\nis anybody there?\nAda')
    expect(sent[0]?.text).toContain('From Ada O’Neill (ada@visitor.test). This email is not verified.')
  })

  it('treats a visitor’s text as plain text', async () => {
    const evil = '<img src=x onerror=alert(1)><a href="https://evil.example">here</a>'
    const [mail] = await send({ name: evil, message: evil })
    expect(mail?.html).not.toMatch(/<img|<a [^>]*evil/)
    expect(mail?.subject).toBe('New message from the contact form')
  })

  it.each([
    'ada@visitor.test, all@acme.test',
    'ada@visitor.test\r\nBcc: all@acme.test',
    '<ada@visitor.test>',
  ])('refuses more than one email: %j', async (email) => {
    await expect(send({ email })).rejects.toThrow('single plain email address')
    expect(await readMailbox(directory)).toEqual([])
  })
})
