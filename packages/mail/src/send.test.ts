import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SMTPServer } from 'smtp-server'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { readMailbox } from './mailbox/mailbox'
import type { Mail } from './kinds'

const id = '7d4ff0e0-3b5b-4bd0-9a53-0123456789ab'
const queuedAt = new Date('2031-02-03T04:05:06Z')
const to = 'person@example.test'
const verification: Mail = {
  to,
  kind: 'verifyEmail',
  props: { url: 'https://app.test/verify-email?token=abc' },
}

interface Received {
  recipients: string[]
  data: string
}

let stop: (() => Promise<void>) | undefined

async function startServer(received: Received[], host = '127.0.0.1'): Promise<string> {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, session, done) {
      let data = ''
      stream.on('data', (chunk: Buffer) => (data += chunk.toString('utf8')))
      stream.on('end', () => {
        received.push({ recipients: session.envelope.rcptTo.map(({ address }) => address), data })
        done()
      })
    },
  })
  await new Promise<void>((resolve) => server.listen(0, host, resolve))
  stop = () => new Promise((resolve) => server.close(() => resolve()))
  const address = server.server.address()
  if (typeof address !== 'object' || !address) throw new Error('The SMTP server has no port.')
  return `smtp://${host}:${address.port}`
}

async function send(mail: Mail): Promise<void> {
  const { sendMail } = await import('./send')
  await sendMail({ id, queuedAt, mail })
}

let directory: string

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'mail-'))
  vi.resetModules()
  vi.stubEnv('APP_URL', 'http://localhost:3000')
  vi.stubEnv('DATABASE_URL', 'postgres://nobody@localhost/none')
  vi.stubEnv('SMTP_URL', '')
  vi.stubEnv('MAIL_DIRECTORY', directory)
  vi.stubEnv('MAIL_FROM', 'Gatehouse <no-reply@gatehouse.test>')
})

afterEach(async () => {
  vi.unstubAllEnvs()
  await stop?.()
  stop = undefined
  await rm(directory, { recursive: true, force: true })
})

it('delivers through SMTP, with both bodies and an ID that stays the same', async () => {
  const received: Received[] = []
  vi.stubEnv('SMTP_URL', await startServer(received))
  await send(verification)
  await send(verification)
  expect(received).toHaveLength(2)
  for (const { recipients, data } of received) {
    expect(recipients).toEqual([to])
    expect(data).toMatch(/^From: Gatehouse <no-reply@gatehouse\.test>\r$/m)
    expect(data).toMatch(/^To: person@example\.test\r$/m)
    expect(data).toMatch(/^Subject: Verify your email\r$/m)
    expect(data).toMatch(new RegExp(`^Message-ID: <${id}@localhost>\\r$`, 'm'))
    expect(data).toMatch(/^Date: Mon, 03 Feb 2031 04:05:06 \+0000\r$/m)
    expect(data).toMatch(/^Content-Type: text\/plain/m)
    expect(data).toMatch(/^Content-Type: text\/html/m)
  }
  expect(await readMailbox(directory)).toEqual([])
})

it('lets a client offer to unsubscribe only from email that can be blocked', async () => {
  const received: Received[] = []
  vi.stubEnv('SMTP_URL', await startServer(received))
  await send(verification)
  await send({ ...verification, kind: 'resetPassword' })
  const [blockable, needed] = received.map(({ data }) => data.replaceAll('\r\n ', ''))
  expect(blockable).toMatch(/^List-Unsubscribe:\s*<http:\/\/localhost:3000\/report-email\?token=[\w-]+>\r$/m)
  expect(blockable).not.toContain('List-Unsubscribe-Post')
  expect(needed).not.toContain('List-Unsubscribe')
})

it('sets another reply-to email', async () => {
  const received: Received[] = []
  vi.stubEnv('SMTP_URL', await startServer(received))
  const contact = (email: string): Mail => ({
    to: 'desk@example.test',
    kind: 'contactMessage',
    props: { name: 'Ada', email, message: 'Hello' },
  })
  await send(contact('visitor@example.test'))
  expect(received[0]?.data).toMatch(/^Reply-To: visitor@example\.test\r$/m)
  await expect(send(contact('a@b.test\r\nBcc: c@d.test'))).rejects.toThrow('plain')
  expect(received).toHaveLength(1)
})

it('sends nothing when the recipient or the subject contains a header', async () => {
  const received: Received[] = []
  vi.stubEnv('SMTP_URL', await startServer(received))
  await expect(send({ ...verification, to: 'a@b.test\r\nBcc: c@d.test' })).rejects.toThrow('recipient')
  await expect(send({ ...verification, to: 'a@b.test, c@d.test' })).rejects.toThrow('recipient')
  const props = {
    url: 'https://app.test',
    organization: 'Acme\r\nBcc: c@d.test',
    roleName: 'viewer',
    days: 7,
  }
  await expect(send({ to, kind: 'invitation', props })).rejects.toThrow('subject')
  expect(received).toEqual([])
})

it('says so when the server is down, without the password', async () => {
  // Nothing listens on this port.
  vi.stubEnv('SMTP_URL', 'smtp://mailer:hunter2hunter2@127.0.0.1:1')
  const error = await send(verification).catch((thrown: unknown) => thrown)
  expect(error).toMatchObject({
    name: 'MailError',
    message: expect.stringContaining('ESOCKET'),
    isFinal: false,
  })
  expect(JSON.stringify(error) + String(error)).not.toContain('hunter2')
})

it('refuses a server on another machine that offers no encryption', async () => {
  const received: Received[] = []
  // Also this machine, but not a known loopback name.
  const url = await startServer(received, '127.0.0.2')
  vi.stubEnv('SMTP_URL', url)
  await expect(send(verification)).rejects.toThrow('ETLS')
  expect(received).toEqual([])

  vi.resetModules()
  vi.stubEnv('SMTP_URL', `${url}?requireTLS=false`)
  await send(verification)
  expect(received).toHaveLength(1)
})

it('writes into the local mailbox when there is no SMTP server', async () => {
  await send(verification)
  const [message, ...others] = await readMailbox(directory)
  expect(others).toEqual([])
  expect(message).toMatchObject({ to: 'person@example.test', subject: 'Verify your email' })
  expect(message?.text).toContain('https://app.test/verify-email?token=abc')
})

it('fails when no mail transport is configured', async () => {
  vi.stubEnv('MAIL_DIRECTORY', '')
  await expect(send(verification)).rejects.toThrow('Neither SMTP_URL nor MAIL_DIRECTORY')
})
