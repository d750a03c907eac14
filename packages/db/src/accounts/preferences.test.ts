import { expect, test } from 'vitest'
import { database } from '../connection/client'
import { demoId } from '../demo/demo'
import { useTestDatabase } from '../testing/use-test-database'
import { readPreferences, updatePreferences } from './preferences'

const db = useTestDatabase()

const id = demoId('user', 'owner@acme.test')
const none = { locale: null, timeZone: null }
const chosen = { locale: 'en-GB', timeZone: 'Europe/London' }
const stored = () => readPreferences(database(), id)

test('stores a change unless another one came first', async () => {
  expect(await stored()).toEqual(none)
  expect(await updatePreferences({ id, ...none }, chosen, 'r1')).toBe(true)
  expect(await stored()).toEqual(chosen)
  expect(await updatePreferences({ id, ...none }, { locale: 'de-DE' }, 'r1')).toBe(false)
  expect(await stored()).toEqual(chosen)
  expect(await updatePreferences({ id, ...chosen }, { timeZone: null }, 'r1')).toBe(true)
  expect(await stored()).toEqual({ ...chosen, timeZone: null })
})

test('records each change once, with its values, and nothing for a call without changes', async () => {
  const own = await db.owner`SELECT action, actor_id, changes, visible_to_admins FROM audit_event
    WHERE target_type = 'account' AND target_id = ${id} ORDER BY created_at`
  expect(own.map(({ changes }) => changes)).toEqual([
    { locale: { new: 'en-GB' }, time_zone: { new: 'Europe/London' } },
    { time_zone: { old: 'Europe/London' } },
  ])
  expect(own[0]).toMatchObject({ action: 'account.updatePreferences', actor_id: id, visible_to_admins: true })
})

test('writes nothing without changes', async () => {
  const before = await stored()
  expect(await updatePreferences({ id, ...none }, {}, 'r1')).toBe(true)
  expect(await stored()).toEqual(before)
})

test('an unknown user has none', async () => {
  expect(await readPreferences(database(), demoId('user', 'nobody@acme.test'))).toEqual(none)
})
