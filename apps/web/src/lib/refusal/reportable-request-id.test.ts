import { expect, test } from 'vitest'

import { reportableRequestId } from './reportable-request-id'

test('an unexpected failure shows its request ID', () => {
  expect(reportableRequestId({ code: 'INTERNAL', requestId: 'r1' })).toBe('r1')
})

test.each(['WRONG_PASSWORD', 'INVALID_CREDENTIALS', 'RATE_LIMITED', 'CONFLICT', 'FORBIDDEN', 'UNREACHABLE'])(
  '%s shows no request ID',
  (code) => {
    expect(reportableRequestId({ code, requestId: 'r1' })).toBeUndefined()
  },
)
