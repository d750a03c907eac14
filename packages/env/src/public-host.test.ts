import { afterEach, expect, it, vi } from 'vitest'

import { publicHost } from './public-host'

afterEach(() => void vi.unstubAllEnvs())

it.each([
  ['https://app.example.com', 'app.example.com'],
  ['HTTPS://App.Example.com:443/', 'app.example.com'],
  ['http://localhost:3001', 'localhost:3001'],
])('returns the host of %s: %s', (url, host) => {
  vi.stubEnv('APP_URL', url)
  expect(publicHost()).toBe(host)
})

// Next treats an asterisk as a pattern.
it.each([
  '',
  'app.example.com',
  'ftp://app.example.com',
  'https://*.example.com',
  'https://**',
  'https://app.example.com/path',
  'https://user@app.example.com',
  'https://app.example.com/?path',
])('of "%s" is none', (url) => {
  vi.stubEnv('APP_URL', url)
  expect(publicHost()).toBeUndefined()
})
