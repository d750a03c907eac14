import { expect } from '@playwright/test'

import { isDevelopmentServer } from '@kit/attacks/app/manifest'
import { signedIn } from '@kit/attacks/engine/caller'
import { test } from '@kit/attacks/engine/test'
import { send, type RawResponse } from '@kit/attacks/http/raw-http'

const paths = ['/', '/contact', '/forgot-password', '/sign-in', '/sign-up']

/** A cookie that the cache doesn't know bypasses it. */
const rendered = { Cookie: 'unknown=1' }

const read = (path: string, headers: Record<string, string> = {}): Promise<RawResponse> =>
  send({ method: 'GET', path, headers: { 'Accept-Language': 'en-US', ...headers } })

const nonceOf = ({ headers }: RawResponse) =>
  /'nonce-([^']+)'/.exec(headers['content-security-policy'] ?? '')?.[1] ?? 'none'

/** Values that work once: the nonce, keys of forms, and tokens of captchas. */
const freshOf = (reply: RawResponse): string[] => [
  nonceOf(reply),
  ...Array.from(reply.body.matchAll(/name="submission" value="([^"]+)"/g), ([, key = '']) => key),
  ...(reply.body.match(/wait\.[\w-]{22}\.\d{13}\.[\w-]{43}/g) ?? []),
]

const withoutFresh = (reply: RawResponse): string =>
  freshOf(reply).reduce((body, value) => body.replaceAll(value, 'fresh'), reply.body)

const cacheTests = () => {
  for (const path of paths) {
    test(`${path} from memory is the page that would be rendered`, async () => {
      await read(path)
      const [first, second, fresh] = [await read(path), await read(path), await read(path, rendered)]
      expect(withoutFresh(first)).toBe(withoutFresh(fresh))
      expect(withoutFresh(second)).toBe(withoutFresh(fresh))
      for (const { headers } of [first, fresh]) {
        delete headers.date
        delete headers['content-length']
        delete headers['transfer-encoding']
      }
      const names = ({ headers }: RawResponse) => Object.keys(headers).toSorted()
      expect(names(first)).toEqual(names(fresh))
    })

    test(`${path} never shares a value that works once`, async () => {
      await read(path)
      const replies = [await read(path), await read(path), await read(path, rendered)]
      const all = replies.flatMap((reply) => [...new Set(freshOf(reply))])
      expect(new Set(all).size).toBe(all.length)
      expect(new Set(replies.map((reply) => freshOf(reply).length)).size).toBe(1)
      for (const reply of replies) {
        const tags = reply.body.match(/<script\b[^>]*>/g) ?? []
        expect(tags.length).toBeGreaterThan(0)
        expect(tags.filter((tag) => !tag.includes(`nonce="${nonceOf(reply)}"`))).toEqual([])
      }
    })

    test(`no visitor decides what others get at ${path}`, async ({ arena }) => {
      const language = { 'Accept-Language': 'eo' }
      const nonce = 'AAAAAAAAAAAAAAAAAAAAAAAA'
      const evil = {
        'X-Forwarded-Host': 'evil.test',
        'X-Forwarded-Proto': 'evil',
        Forwarded: 'host=evil.test',
        'User-Agent': 'evil',
        'Content-Security-Policy': `script-src 'nonce-${nonce}'`,
        'X-Nonce': nonce,
      }
      // This is the first request in this language, so its page is the one that is cached.
      await read(path, { ...language, ...evil })
      await read(path, { ...language, Cookie: signedIn(arena, 'editor@acme.test').cookie?.cookie ?? '' })
      const reply = await read(path, language)
      expect(reply.status).toBe(200)
      expect(reply.body).not.toMatch(/evil|editor@acme\.test|Open the app|AAAAAAAA/)
      expect(nonceOf(reply)).not.toBe(nonce)
    })
  }
}

// A development server renders every page.
if (!(await isDevelopmentServer())) test.describe('pages for strangers', cacheTests)
