import { describe, expect, it } from 'vitest'

import { refusalKind } from './refusal-kind'

describe('refusalKind', () => {
  it.each([
    [{ serverError: { code: 'FORBIDDEN' as const } }, 'denied'],
    [{ serverError: { code: 'RATE_LIMITED' as const } }, 'limited'],
    [{ validationErrors: { fieldErrors: {} } }, 'invalid'],
    [{ navigationKind: 'forbidden' }, 'denied'],
    [{ navigationKind: 'unauthorized' }, 'unauthenticated'],
    [{ navigationKind: 'notFound' }, 'not-found'],
  ])('maps %j to %s', (ending, kind) => {
    expect(refusalKind(ending)).toBe(kind)
  })

  it.each([
    {},
    { navigationKind: 'redirect' },
    { navigationKind: 'constructor' },
    { serverError: { code: 'INTERNAL' as const } },
    { serverError: { code: 'BUSY' as const } },
  ])('returns null for %j', (ending) => {
    expect(refusalKind(ending)).toBeNull()
  })
})
