import { expect } from '@playwright/test'

import { baseUrl } from '../fixtures/environment'
import { demoPassword } from '../fixtures/people'
import { send } from '../fixtures/raw-http'
import { nobody, signedIn } from './caller'
import { test } from './test'

/** Better Auth's own routes: a second door to the same rooms, with none of the app's guards in front. */
const libraryPaths = [
  '',
  '/ok',
  '/error',
  '/get-session',
  '/list-sessions',
  '/sign-in/email',
  '/sign-up/email',
  '/sign-out',
  '/sign-in/social',
  '/forget-password',
  '/request-password-reset',
  '/reset-password',
  '/reset-password/x',
  '/verify-email',
  '/send-verification-email',
  '/change-email',
  '/change-password',
  '/update-user',
  '/delete-user',
  '/revoke-sessions',
  '/update-session',
  '/organization/create',
  '/organization/list',
  '/organization/set-active',
  '/organization/get-full-organization',
  '/organization/invite-member',
  '/organization/accept-invitation',
  '/organization/remove-member',
  '/organization/update-member-role',
  '/organization/delete',
  '/organization/leave',
  '/admin/list-users',
  '/admin/set-role',
  '/admin/create-user',
  '/admin/impersonate-user',
  '/admin/ban-user',
  '/admin/set-user-password',
  '/admin/remove-user',
]

const spellings = ['/api/auth', '/api//auth', '/API/auth', '/api/auth/..%2fauth', '/auth', '/_api/auth']

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS']

for (const method of methods) {
  test(`the library's own routes do not exist: ${method}`, async ({ arena }) => {
    const body = Buffer.from(
      JSON.stringify({
        email: 'viewer@acme.test',
        password: demoPassword,
        name: 'x',
        slug: 'x',
        role: 'super-admin',
        userId: arena.userId('viewer@acme.test'),
      }),
    )
    // Who may do the most is refused like anybody; the rarer methods are asked as that one only.
    const root = signedIn(arena, 'root@gatehouse.test')
    for (const caller of ['GET', 'POST'].includes(method) ? [nobody, root] : [root]) {
      for (const path of [
        ...libraryPaths.map((library) => `/api/auth${library}`),
        ...spellings.map((spelling) => `${spelling}/get-session`),
      ]) {
        const reply = await send({
          method,
          path,
          headers: {
            Origin: baseUrl().origin,
            'Content-Type': 'application/json',
            ...(caller.cookie && { Cookie: caller.cookie.cookie }),
          },
          ...(['GET', 'HEAD', 'OPTIONS'].includes(method) ? {} : { body }),
        })
        expect([404, 405, 308], `${method} ${path} as ${caller.name}: ${reply.status}`).toContain(
          reply.status,
        )
        expect(reply.headers['set-cookie']).toBeUndefined()
      }
    }
    const after = await arena.snapshot()
    expect(arena.changes(arena.record.baseline, after)).toEqual([])
  })
}
