import { describe, expect, it } from 'vitest'

import { assertSameOrigin, type OriginHeaders } from './same-origin'

const APP_URL = 'https://app.example.com'
const nothing: OriginHeaders = { origin: null, secFetchSite: null, cookie: null }

const accepted: [string, Partial<OriginHeaders>][] = [
  ['our origin', { origin: 'https://app.example.com', cookie: 'session=1' }],
  ['our origin without cookies', { origin: 'https://app.example.com' }],
  ['no Origin, but the browser says same-origin', { secFetchSite: 'same-origin', cookie: 'session=1' }],
  ['a script without cookies or origin headers', {}],
]

const refused: [string, Partial<OriginHeaders>][] = [
  ['another site', { origin: 'https://evil.example' }],
  [
    'another site that claims to be same-origin',
    { origin: 'https://evil.example', secFetchSite: 'same-origin' },
  ],
  ['the same host over http', { origin: 'http://app.example.com' }],
  ['a subdomain', { origin: 'https://evil.app.example.com' }],
  ['our host name as a prefix', { origin: 'https://app.example.com.evil.example' }],
  ['an opaque origin', { origin: 'null', cookie: 'session=1' }],
  ['an empty origin', { origin: '' }],
  ['cookies without any origin header', { cookie: 'session=1' }],
  ['a cross-site fetch without Origin', { secFetchSite: 'cross-site' }],
  ['a same-site fetch from another subdomain', { secFetchSite: 'same-site', cookie: 'session=1' }],
  ['a URL typed by hand', { secFetchSite: 'none', cookie: 'session=1' }],
]

describe('assertSameOrigin', () => {
  it.each(accepted)('accepts %s', (_, headers) => {
    expect(() => assertSameOrigin({ ...nothing, ...headers }, APP_URL)).not.toThrow()
  })

  it.each(refused)('refuses %s', (_, headers) => {
    expect(() => assertSameOrigin({ ...nothing, ...headers }, APP_URL)).toThrow(
      "didn't come from https://app.example.com. Open that URL",
    )
  })
})
