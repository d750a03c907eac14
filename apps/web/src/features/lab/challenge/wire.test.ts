import { beforeAll, expect, test, vi } from 'vitest'

import { actionRequest } from '@kit/attacks/http/action-call'
import { FormFields } from '@kit/attacks/http/reply-encoding'
import { wireOf } from './wire'

beforeAll(() => vi.stubEnv('BASE_URL', 'http://localhost:3000'))

const path = '/no-role'
const id = '7f00'

test('a call with values is encoded the way React does', () => {
  const list = ['$K1', { role: '$owner' }, ['a', 1, null]]
  const wire = wireOf({ path, id, args: { list } }, { 'Accept-Language': 'en' })
  expect(wire.body).toBe(actionRequest({ id, page: path }, list).body?.toString())
  expect(wire.headers).toMatchObject({ 'Next-Action': id, 'Accept-Language': 'en' })
})

test('a call with a form is encoded the way React does, but for the boundary', () => {
  const wire = wireOf({ path, id, args: { fields: { role: 'owner', 'a"b': '' } } }, {})
  const { body } = actionRequest({ id, page: path }, [
    new FormFields([
      ['role', 'owner'],
      ['a"b', ''],
    ]),
  ])
  const withoutBoundary = (text = '') => text.replaceAll(/^--\S+/gm, '--')
  expect(withoutBoundary(wire.body)).toBe(withoutBoundary(body?.toString()))
})

test('a page’s form names its action in a field, so no header does', () => {
  const { headers, body } = wireOf({ path, id: null, args: { fields: { $ACTION_REF_1: '' } } }, {})
  expect(headers).not.toHaveProperty('Next-Action')
  expect(body).toContain('name="$ACTION_REF_1"')
})
