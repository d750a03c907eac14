import { randomUUID } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startMailbox } from './server'
import { writeToMailbox } from './mailbox'
import type { MailMessage } from '../message'

let root: string
let mailbox: Awaited<ReturnType<typeof startMailbox>>
let message: MailMessage

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'mailbox-server-'))
  await writeFile(join(root, 'secret.json'), 'top secret')
  const directory = join(root, 'mail')
  message = await writeToMailbox(
    directory,
    { id: randomUUID(), queuedAt: new Date() },
    {
      to: '<b>to</b>@example.test',
      from: 'Gatehouse <no-reply@gatehouse.test>',
      subject: '"><script>alert(1)</script>',
      html: '<html><head><title>x</title></head><body><script>alert(2)</script>Hi</body></html>',
      text: 'Open https://app.test/verify-email?token=a&b=<c> or javascript:alert(3)',
    },
  )
  mailbox = await startMailbox({ directory, port: 0 })
})

afterAll(async () => {
  await mailbox.stop()
  await rm(root, { recursive: true, force: true })
})

interface Reply {
  status: number
  headers: Record<string, string | string[] | undefined>
  body: string
}

// fetch normalizes paths and sets Host; an attacker doesn't.
function send(path: string, options: { host?: string; method?: string } = {}): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const headers = { host: options.host ?? `127.0.0.1:${mailbox.port}` }
    const call = request(
      { host: '127.0.0.1', port: mailbox.port, path, method: options.method ?? 'GET', headers },
      (response) => {
        let body = ''
        response.on('data', (chunk: Buffer) => (body += chunk.toString('utf8')))
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body }),
        )
      },
    )
    call.on('error', reject)
    call.end()
  })
}

it('lists the messages and shows one', async () => {
  const list = await send('/')
  expect(list.status).toBe(200)
  expect(list.body).toContain(`/messages/${message.id}`)
  const page = await send(`/messages/${message.id}`)
  expect(page.status).toBe(200)
  expect(page.body).toContain('aria-current="page"')
  expect((await send('/newest')).body).toBe(message.id)
  expect((await send('/mailbox.css')).headers['content-type']).toContain('text/css')
})

it.each(['localhost', 'LOCALHOST:1234', '127.0.0.1', '[::1]:80'])('answers to the Host %s', async (host) => {
  expect((await send('/', { host })).status).toBe(200)
})

it.each([
  'evil.test',
  'localhost.evil.test',
  '127.0.0.1.evil.test',
  'evil.test#localhost',
  '0.0.0.0',
  '192.168.0.1',
])('refuses the Host %j, which is how another site would read it', async (host) => {
  for (const path of ['/', '/newest', `/messages/${message.id}`, `/messages/${message.id}/html`]) {
    const reply = await send(path, { host })
    expect(reply.status).toBe(403)
    expect(reply.body).not.toContain(message.id)
  }
})

it.each([
  '/messages/../secret',
  '/messages/..%2fsecret',
  '/../secret.json',
  '/messages/%2e%2e/secret',
  '/secret.json',
])('serves no file under %s', async (path) => {
  const reply = await send(path)
  expect(reply.status).toBe(404)
  expect(reply.body).not.toContain('top secret')
})

it.each(['POST', 'DELETE', 'PUT'])('refuses %s', async (method) => {
  expect((await send(`/messages/${message.id}`, { method })).status).toBe(405)
})

describe('the content of a message', () => {
  it('is shown as text', async () => {
    const { body } = await send(`/messages/${message.id}`)
    expect(body).not.toContain('<script>alert')
    expect(body).not.toContain('<b>to</b>')
    expect(body).toContain('&quot;&gt;&lt;script&gt;alert(1)')
  })

  it('links only web URLs, in a new tab', async () => {
    const { body } = await send(`/messages/${message.id}`)
    const link = 'https://app.test/verify-email?token=a&amp;b='
    expect(body).toContain(`<a href="${link}" target="_blank" rel="noopener noreferrer">${link}</a>`)
    expect(body).not.toContain('href="javascript:')
  })

  it('is shown in a sandbox that runs no script, loads nothing and opens links in a new tab', async () => {
    expect((await send(`/messages/${message.id}`)).body).toMatch(
      /<iframe\s[^>]*sandbox="allow-popups allow-popups-to-escape-sandbox"/,
    )
    const frame = await send(`/messages/${message.id}/html`)
    const policy = String(frame.headers['content-security-policy'])
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain('sandbox allow-popups')
    expect(policy).not.toMatch(/script-src|allow-scripts|allow-same-origin/)
    expect(frame.body).toContain('<head><base target="_blank">')
  })
})

it('lets the page itself run only its own script', async () => {
  const policy = String((await send('/')).headers['content-security-policy'])
  expect(policy).toContain("script-src 'self'")
  expect(policy).not.toContain('unsafe')
})

it('says that a port is in use', async () => {
  await expect(startMailbox({ directory: root, port: mailbox.port })).rejects.toMatchObject({
    code: 'EADDRINUSE',
  })
})
