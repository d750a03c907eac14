import { expect, test, vi } from 'vitest'

import { logger } from '@kit/log/logger'

import { logRequestError } from './log-request-error'

test('logs the route, the digest and the error, and nothing of the URL', async () => {
  const log = vi.spyOn(logger, 'error').mockReturnValue()
  const error = Object.assign(new Error('Failed query: SELECT $1'), { query: 'SELECT $1', digest: '4711' })
  await logRequestError(
    error,
    { path: '/acme/roles?q=typed-value', method: 'GET', headers: { cookie: 'typed-value' } },
    {
      routerKind: 'App Router',
      routePath: '/[organization]/roles',
      routeType: 'render',
      renderSource: 'react-server-components',
      revalidateReason: undefined,
    },
  )
  const [event] = log.mock.calls[0] ?? []
  expect(event).toMatchObject({
    requestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
    route: '/[organization]/roles',
    digest: '4711',
    error: { message: 'Failed query: SELECT $1' },
  })
  expect(JSON.stringify(event)).not.toContain('typed-value')
})
