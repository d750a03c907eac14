import { beforeAll, expect, test, vi } from 'vitest'

import { actionRequest } from '@kit/attacks/http/action-call'
import { FormFields } from '@kit/attacks/http/reply-encoding'
import { asJson } from './as-json'

beforeAll(() => vi.stubEnv('BASE_URL', 'http://localhost:3000'))

const target = { id: '7f00', page: '/' }
const fields = [
  ['name', '$K1 é'],
  ['ids[]', 'a'],
  ['ids[]', 'b'],
] as const

test('a form is written as JSON, with the same values', () => {
  const request = asJson(actionRequest(target, [{}, new FormFields(fields)]), 'role')
  expect(request.headers['Content-Type']).toBe('text/plain;charset=UTF-8')
  expect(JSON.parse(String(request.body))).toEqual([{}, { name: '$$K1 é', ids: ['a', 'b'] }])
})

test('what is about the encoding stays as it is', () => {
  const form = actionRequest(target, [new FormFields(fields)])
  expect(asJson(form, 'shape')).toBe(form)
  const nested = actionRequest(target, [new FormFields(fields), new FormFields(fields)])
  expect(asJson(nested, 'role')).toBe(nested)
})
