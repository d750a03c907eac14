import { describe, expect, test } from 'vitest'

import { foreignCall } from './foreign-call'

const call = (headers: Record<string, string>, method = 'POST') =>
  foreignCall({
    method,
    path: '/acme/members',
    appUrl: 'https://public.test',
    headers: new Headers({ host: 'app.test', 'next-action': 'a', ...headers }),
  })

describe('foreignCall', () => {
  test.each<Record<string, string>>([
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { origin: 'not a URL' },
    { origin: 'https://app.test.evil.example' },
    { origin: 'https://public.test.evil.example' },
    { origin: 'https://app.test', 'x-forwarded-host': 'evil.example, app.test' },
  ])('sees %j', (headers) => {
    expect(call(headers)).toMatchObject({ kind: 'foreign-origin', organization: 'acme' })
  })

  test.each<Record<string, string>>([
    {},
    { origin: 'https://app.test' },
    { origin: 'https://public.test' },
    { origin: 'https://public.test', 'x-forwarded-host': 'evil.example' },
    { origin: 'https://evil.example', 'x-forwarded-host': 'evil.example' },
  ])('ignores %j, which the gate checks', (headers) => {
    expect(call(headers)).toBeUndefined()
  })

  test('covers form posts but not pages', () => {
    const origin = 'https://evil.example'
    expect(call({ origin }, 'GET')).toBeUndefined()
    const sent = (type: string) =>
      foreignCall({
        method: 'POST',
        path: '/',
        appUrl: 'https://public.test',
        headers: new Headers({ origin, 'content-type': type }),
      })
    expect(sent('multipart/form-data; boundary=x')).toMatchObject({ organization: undefined })
    expect(sent('text/plain')).toBeUndefined()
  })
})
