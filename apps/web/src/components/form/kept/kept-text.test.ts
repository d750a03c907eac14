import { beforeEach, expect, test, vi } from 'vitest'

import { ANYONE, keepText, takeText } from './kept-text'

/** Like the browser's storage: its items are its own properties. */
class FakeStorage {
  [key: string]: unknown
  setItem(key: string, value: string): void {
    this[key] = value
  }
  getItem(key: string): unknown {
    return Object.hasOwn(this, key) ? this[key] : null
  }
  removeItem(key: string): void {
    delete this[key]
  }
}

let storage: FakeStorage
const fields = [{ name: 'title', value: 'Fence' }]

beforeEach(() => {
  storage = new FakeStorage()
  storage.setItem('of-something-else', 'stays')
  vi.stubGlobal('sessionStorage', storage)
})

test('returns what the same user typed into the same form, once', () => {
  keepText('ann', '/roles/new name', fields)
  expect(takeText('ann', '/account name')).toBeUndefined()
  expect(takeText('ann', '/roles/new name')).toEqual(fields)
  expect(takeText('ann', '/roles/new name')).toBeUndefined()
})

test('forgets it when someone else opens a form', () => {
  keepText('ann', '/roles/new name', fields)
  expect(takeText('bob', '/roles/new name')).toBeUndefined()
  expect(Object.keys(storage)).toEqual(['of-something-else'])
})

test('keeps it on a public page, such as the sign-in page', () => {
  keepText('ann', '/roles/new name', fields)
  expect(takeText(ANYONE, '/sign-in email')).toBeUndefined()
  expect(takeText('ann', '/roles/new name')).toEqual(fields)
})

test('restores what was typed on a public page', () => {
  keepText(ANYONE, '/contact name', fields)
  expect(takeText(ANYONE, '/contact name')).toEqual(fields)
  expect(takeText(ANYONE, '/contact name')).toBeUndefined()
})

test.each(['', 'null', '{}', '[', '[null, 1, {"name":"title"}]'])('ignores %j', (text) => {
  storage.setItem('kept-text:ann:form', text)
  expect(takeText('ann', 'form') ?? []).toEqual([])
})
