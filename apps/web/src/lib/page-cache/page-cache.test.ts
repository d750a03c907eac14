import { expect, test } from 'vitest'

import { PageCache } from './page-cache'

const visitor = (locale: string) => ({ path: '/', theme: 'system', timeZone: '', locale })
const page = { headers: [], body: 'page' }

test('keeps a page for a minute', () => {
  const cache = new PageCache()
  cache.keep(visitor('en'), () => page, 0)
  expect(cache.get(visitor('en'), 59_999)).toBe(page)
  expect(cache.get(visitor('de'), 59_999)).toBeUndefined()
  expect(cache.get(visitor('en'), 60_000)).toBeUndefined()
})

test('made-up visitors push out the least used pages', () => {
  const cache = new PageCache()
  cache.keep(visitor('en'), () => page, 0)
  for (let index = 0; index < 1000; index += 1) {
    cache.keep(visitor(String(index)), () => page, 0)
    expect(cache.get(visitor('en'), 0)).toBe(page)
  }
  expect(cache.get(visitor('0'), 0)).toBeUndefined()
})
