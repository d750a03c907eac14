import { describe, expect, it } from 'vitest'

import { redirectPath } from './redirect-path'

describe('redirectPath', () => {
  it.each([
    ['/acme/members', '/acme/members'],
    ['/acme/members?status=done#top', '/acme/members?status=done'],
    ['/acme/../globex', '/globex'],
    ['/%2F%2Fevil.example', '/%2F%2Fevil.example'],
    ['/\u0000/evil.example//', '/%00/evil.example//'],
  ])('keeps %s inside the app', (value, path) => {
    expect(redirectPath(value, '/fallback')).toBe(path)
  })

  it.each(
    [
      undefined,
      '',
      'https://evil.example',
      '//evil.example',
      '///evil.example',
      '/\\evil.example',
      '\\\\evil.example',
      '/\t/evil.example',
      '/\n/evil.example',
      '\t//evil.example',
      ' //evil.example',
      'javascript:alert(1)',
      'evil',
      './x',
      '/..//evil.example',
      '/.//evil.example',
      '/a/..//evil.example',
      '/%2e%2e//evil.example',
      '//evil.example\\@localhost',
      'http:/evil.example',
      '//[',
      '/\r\n/evil',
    ].map((value) => [value]),
  )('sends %j to the fallback', (value) => {
    expect(redirectPath(value, '/fallback')).toBe('/fallback')
  })
})
