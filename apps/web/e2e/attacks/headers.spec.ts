import { expect } from '@playwright/test'

import { baseUrl } from '@kit/attacks/app/environment'
import { demoPassword } from '@kit/attacks/app/people'
import { send, type RawResponse } from '@kit/attacks/http/raw-http'
import { anonymous, signedIn, type Caller } from '@kit/attacks/engine/caller'
import { callsTo } from '@kit/attacks/engine/calls'
import { publicRow } from '@/features/auth/attack-cases'
import { test } from '@kit/attacks/engine/test'
import { organizationPaths } from '../fixtures/organization-paths'

const pages = [
  '/',
  '/sign-in',
  '/sign-in/provider',
  '/sign-in/link',
  '/sign-in/link?token=x',
  '/sign-up',
  '/contact',
  '/lab',
  '/lab/no-ownership',
  '/forgot-password',
  '/reset-password?token=x',
  '/verify-email?token=x',
  '/not-me?token=x',
  '/report-email?token=x',
  '/check-email',
  '/invitations?token=x',
  '/organizations',
  '/account',
  '/account/security',
  '/account/security/confirm',
  '/account/email',
  '/account/data',
  '/account/confirm-email?token=x',
  '/admin/activity',
  ...organizationPaths.filter(({ isExample }) => !isExample).map(({ path }) => path),
  '/no/such/page',
  // Pages whose paths start like those of static files.
  '/favicon.ico',
  '/favicon.icox/members',
  '/_next/staticx',
]

const get = (path: string, { cookie }: Caller = anonymous): Promise<RawResponse> =>
  send({ method: 'GET', path, headers: cookie ? { Cookie: cookie.cookie } : {} })

const nonceOf = ({ headers }: RawResponse) =>
  /'nonce-([^']+)'/.exec(headers['content-security-policy'] ?? '')?.[1]

function directives({ headers }: RawResponse): Map<string, string[]> {
  const policy = headers['content-security-policy'] ?? ''
  return new Map(
    policy.split(';').map((directive) => {
      const [name = '', ...sources] = directive.trim().split(/\s+/)
      return [name, sources]
    }),
  )
}

for (const path of pages) {
  test(`headers of ${path}`, async ({ arena }) => {
    for (const caller of [anonymous, signedIn(arena, 'editor@acme.test')]) {
      const reply = await get(path, caller)
      expect(reply.status).toBeLessThan(500)
      expect(reply.headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
        'referrer-policy': expect.stringMatching(
          /^(?:no-referrer|same-origin|strict-origin(?:-when-cross-origin)?)$/,
        ),
        'cross-origin-opener-policy': 'same-origin',
        'permissions-policy': expect.stringContaining('camera=()'),
      })
      expect(reply.headers['x-powered-by']).toBeUndefined()
      expect(reply.headers.server).toBeUndefined()
      expect(reply.headers['access-control-allow-origin']).toBeUndefined()
      // No cache may store a person's page.
      expect(reply.headers['cache-control'] ?? '').toMatch(/no-store|private/)
    }
  })

  test(`scripts of ${path} need this request's nonce`, async ({ arena }) => {
    const caller = signedIn(arena, 'editor@acme.test')
    const [first, second] = [await get(path, caller), await get(path, caller)]
    if (first.status >= 300 && first.status < 400) return
    const nonce = nonceOf(first)
    expect(nonce).toMatch(/^[\w+/=-]{20,}$/)
    expect(nonceOf(second)).not.toBe(nonce)

    const policy = directives(first)
    const scripts = policy.get('script-src') ?? []
    for (const unsafe of arena.development ? ["'unsafe-inline'"] : ["'unsafe-inline'", "'unsafe-eval'"]) {
      for (const sources of policy.values())
        if (sources !== policy.get('style-src') || !arena.development) expect(sources).not.toContain(unsafe)
    }
    expect(scripts.filter((source) => /^(?:\*|https?:|data:|blob:)/.test(source))).toEqual([])
    expect(policy.get('object-src')).toEqual(["'none'"])
    expect(policy.get('base-uri')).toEqual(["'none'"])
    expect(policy.get('frame-ancestors')).toEqual(["'none'"])
    expect(policy.get('form-action')).toEqual(["'self'"])
    expect(policy.has('default-src')).toBe(true)

    const tags = first.body.match(/<script\b[^>]*>/g) ?? []
    expect(tags.length).toBeGreaterThan(0)
    expect(tags.filter((tag) => !tag.includes(`nonce="${nonce}"`))).toEqual([])
    // The policy would block these, and the page would look broken.
    expect(first.body.match(/<[a-z][^>]*\s(?:style|on[a-z]+)="/gi) ?? []).toEqual([])
  })
}

test('ignores a nonce from the client', async () => {
  const sent = 'AAAAAAAAAAAAAAAAAAAAAAAA'
  const reply = await send({
    method: 'GET',
    path: '/',
    headers: { 'Content-Security-Policy': `script-src 'nonce-${sent}'`, 'X-Nonce': sent },
  })
  expect(nonceOf(reply)).not.toBe(sent)
  expect(reply.body).not.toContain(sent)
})

test('static files are served with nosniff', async () => {
  const { body } = await get('/')
  const script = /src="(\/_next\/static\/[^"]+\.js[^"]*)"/.exec(body)?.[1]
  const { headers, status } = await get(script?.replaceAll('&amp;', '&') ?? '/missing')
  expect(status).toBe(200)
  expect(headers['x-content-type-options']).toBe('nosniff')
  expect(headers['x-powered-by']).toBeUndefined()
})

test('the session cookie has safe attributes', async ({ arena }) => {
  const row = publicRow('signInAction')
  await arena.database.resetCounters()
  const reply = await send(
    callsTo(arena, row, anonymous).form({ email: 'viewer@acme.test', password: demoPassword }),
  )
  const cookies = reply.headers['set-cookie']?.split('\n') ?? []
  expect(cookies.length).toBeGreaterThan(0)
  for (const cookie of cookies) {
    expect(cookie).toMatch(/; HttpOnly/i)
    expect(cookie).toMatch(/; SameSite=(?:Lax|Strict)/i)
    expect(cookie).toMatch(/; Path=\/(?:;|$)/i)
    expect(cookie).not.toMatch(/; Domain=/i)
    if (baseUrl().protocol === 'https:') expect(cookie).toMatch(/^__(?:Host|Secure)-.*; Secure/i)
  }
  expect(reply.headers['cache-control'] ?? '').toMatch(/no-store/)
  await arena.restore(await arena.snapshot())
})
