import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SMTPServer } from 'smtp-server'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { readMailbox } from './mailbox/mailbox'
import { VerifyEmail } from './templates/verify-email'

const template = <VerifyEmail url="https://app.test/verify-email?token=abc" />

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

async function sendMail(mail: { to: string; replyTo?: string; subject: string }): Promise<void> {
  const send = await import('./send')
  await send.sendMail({ ...mail, template })
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

it('delivers through SMTP, with both bodies', async () => {
  const received: Received[] = []
  vi.stubEnv('SMTP_URL', await startServer(received))
  await sendMail({ to: 'person@example.test', subject: 'Verify your email' })
  expect(received).toHaveLength(1)
  expect(received[0]?.recipients).toEqual(['person@example.test'])
  expect(received[0]?.data).toMatch(/^From: Gatehouse <no-reply@gatehouse\.test>\r$/m)
  expect(received[0]?.data).toMatch(/^To: person@example\.test\r$/m)
  expect(received[0]?.data).toMatch(/^Subject: Verify your email\r$/m)
  expect(received[0]?.data).toMatch(/^Content-Type: text\/plain/m)
  expect(received[0]?.data).toMatch(/^Content-Type: text\/html/m)
  expect(await readMailbox(directory)).toEqual([])
})

it('sets another reply-to email', async () => {
  const received: Received[] = []
  vi.stubEnv('SMTP_URL', await startServer(received))
  const mail = { to: 'desk@example.test', subject: 'Hello' }
  await sendMail({ ...mail, replyTo: 'visitor@example.test' })
  expect(received[0]?.data).toMatch(/^Reply-To: visitor@example\.test\r$/m)
  await expect(sendMail({ ...mail, replyTo: 'a@b.test\r\nBcc: c@d.test' })).rejects.toThrow('plain')
  expect(received).toHaveLength(1)
})

it('sends nothing when the recipient or the subject contains a header', async () => {
  const received: Received[] = []
  vi.stubEnv('SMTP_URL', await startServer(received))
  await expect(sendMail({ to: 'a@b.test\r\nBcc: c@d.test', subject: 'Hello' })).rejects.toThrow('recipient')
  await expect(sendMail({ to: 'a@b.test, c@d.test', subject: 'Hello' })).rejects.toThrow('recipient')
  await expect(sendMail({ to: 'a@b.test', subject: 'Hello\r\nBcc: c@d.test' })).rejects.toThrow('subject')
  expect(received).toEqual([])
})

it('says so when the server is down, without the password', async () => {
  // Nothing listens on this port.
  vi.stubEnv('SMTP_URL', 'smtp://mailer:hunter2hunter2@127.0.0.1:1')
  const error = await sendMail({ to: 'a@b.test', subject: 'Hello' }).catch((thrown: unknown) => thrown)
  expect(error).toMatchObject({ name: 'MailError', message: expect.stringContaining('ESOCKET') })
  expect(JSON.stringify(error) + String(error)).not.toContain('hunter2')
})

it('refuses a server on another machine that offers no encryption', async () => {
  const received: Received[] = []
  // Also this machine, but not a known loopback name.
  const url = await startServer(received, '127.0.0.2')
  vi.stubEnv('SMTP_URL', url)
  await expect(sendMail({ to: 'a@b.test', subject: 'Hello' })).rejects.toThrow('ETLS')
  expect(received).toEqual([])

  vi.resetModules()
  vi.stubEnv('SMTP_URL', `${url}?requireTLS=false`)
  await sendMail({ to: 'a@b.test', subject: 'Hello' })
  expect(received).toHaveLength(1)
})

it('writes into the local mailbox when there is no SMTP server', async () => {
  await sendMail({ to: 'person@example.test', subject: 'Hello' })
  const [message, ...others] = await readMailbox(directory)
  expect(others).toEqual([])
  expect(message).toMatchObject({ to: 'person@example.test', subject: 'Hello' })
  expect(message?.text).toContain('https://app.test/verify-email?token=abc')
})

it('fails when no mail transport is configured', async () => {
  vi.stubEnv('MAIL_DIRECTORY', '')
  await expect(sendMail({ to: 'a@b.test', subject: 'Hello' })).rejects.toThrow(
    'Neither SMTP_URL nor MAIL_DIRECTORY',
  )
})
