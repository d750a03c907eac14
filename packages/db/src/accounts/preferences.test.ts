import { expect, test } from 'vitest'
import { database } from '../connection/client'
import { demoId } from '../demo/demo'
import { useTestDatabase } from '../testing/use-test-database'
import { readPreferences, updatePreferences } from './preferences'

useTestDatabase()

const id = demoId('user', 'owner@acme.test')
const none = { locale: null, timeZone: null }
const chosen = { locale: 'en-GB', timeZone: 'Europe/London' }
const stored = () => readPreferences(database(), id)

test('stores a change unless another one came first', async () => {
  expect(await stored()).toEqual(none)
  expect(await updatePreferences({ id, ...none }, chosen)).toBe(true)
  expect(await stored()).toEqual(chosen)
  expect(await updatePreferences({ id, ...none }, { locale: 'de-DE' })).toBe(false)
  expect(await stored()).toEqual(chosen)
  expect(await updatePreferences({ id, ...chosen }, { timeZone: null })).toBe(true)
  expect(await stored()).toEqual({ ...chosen, timeZone: null })
})

test('writes nothing without changes', async () => {
  const before = await stored()
  expect(await updatePreferences({ id, ...none }, {})).toBe(true)
  expect(await stored()).toEqual(before)
})

test('an unknown user has none', async () => {
  expect(await readPreferences(database(), demoId('user', 'nobody@acme.test'))).toEqual(none)
})
