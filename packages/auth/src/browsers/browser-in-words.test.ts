import { expect, it } from 'vitest'
import { browserInWords } from './browser-in-words'

const chrome = 'AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36'

it.each([
  [`Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${chrome}`, 'Chrome on Windows'],
  [`Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${chrome} Edg/142.0.0.0`, 'Microsoft Edge on Windows'],
  [
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:140.0) Gecko/20100101 Firefox/140.0',
    'Firefox on macOS',
  ],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1',
    'Safari on iOS',
  ],
  ['curl/8.0', 'An unknown browser'],
  ['', 'An unknown browser'],
  [null, 'An unknown browser'],
])('names %j', (userAgent, words) => {
  expect(browserInWords(userAgent)).toBe(words)
})

it.each([
  'Call +1 555 0100 now/1.0',
  'evil.example (Sign in at evil.example)',
  '<script>alert(1)</script>/1',
  'a (b/c '.repeat(600),
])('repeats nothing of the caller’s own text: %j', (userAgent) => {
  expect(browserInWords(userAgent)).toMatch(/^(An unknown browser|A browser on \w+)$/)
})
