import { readFileSync } from 'node:fs'
import path from 'node:path'

import { expect } from '@playwright/test'

import { baseUrl } from '@kit/attacks/app/environment'
import { demoPassword } from '@kit/attacks/app/people'
import { send } from '@kit/attacks/http/raw-http'
import { repositoryDirectory } from '@kit/attacks/engine/arena'
import { anonymous, signedIn } from '@kit/attacks/engine/caller'
import { partAt } from '@kit/attacks/engine/spread'
import { test } from '@kit/attacks/engine/test'

interface Route {
  methods: string[]
  path: string
}

/**
 * Better Auth's own routes would bypass the app's guards, so none of them is served (docs/decisions/0004). The library
 * lists them itself, with the plugins we use (`library-routes.test.ts`).
 */
const routes: Route[] = readFileSync(
  path.join(repositoryDirectory, 'packages/auth/src/library/library-routes.txt'),
  'utf8',
)
  .trim()
  .split('\n')
  .map((line) => {
    const [methods = '', route = ''] = line.split(' ')
    return { methods: methods.split(','), path: route.replace(/:\w+/g, 'x') }
  })

const spellings = [
  '/api//auth',
  '//api/auth',
  '/API/auth',
  '/api/Auth',
  '/api/./auth',
  '/api/x/../auth',
  '/api/auth/..%2fauth',
  '/api%2fauth',
  '/%61pi/auth',
  '/api/auth;x',
  '/api\\auth',
  '/auth',
  '/_api/auth',
  '/acme/api/auth',
]

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS']

for (const method of methods) {
  test(`Better Auth's own routes don't exist: ${method}`, async ({ arena }) => {
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
    // Even a super-admin is refused. Rare methods are tried as super-admin only, to save time.
    const root = signedIn(arena, 'root@gatehouse.test')
    for (const caller of ['GET', 'POST'].includes(method) ? [anonymous, root] : [root]) {
      for (const url of [
        '/api/auth',
        '/api/auth/',
        ...routes.map((route) => `/api/auth${route.path}`),
        // Other spellings of the routes that the library would answer, which take turns.
        ...routes
          .filter((route) => caller === root && route.methods.includes(method))
          .flatMap((route, place) => partAt(spellings, place).map((spelling) => `${spelling}${route.path}`)),
      ]) {
        const reply = await send({
          method,
          path: url,
          headers: {
            Origin: baseUrl().origin,
            'Content-Type': 'application/json',
            ...(caller.cookie && { Cookie: caller.cookie.cookie }),
          },
          ...(['GET', 'HEAD', 'OPTIONS'].includes(method) ? {} : { body }),
        })
        expect([404, 405, 308], `${method} ${url} as ${caller.name}: ${reply.status}`).toContain(reply.status)
        expect(reply.headers['set-cookie']).toBeUndefined()
      }
    }
    const after = await arena.snapshot()
    expect(arena.changes(arena.record.baseline, after)).toEqual([])
  })
}
