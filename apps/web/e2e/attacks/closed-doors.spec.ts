import { readFileSync } from 'node:fs'
import path from 'node:path'

import { expect } from '@playwright/test'

import { baseUrl } from '@kit/attacks/app/environment'
import { demoPassword } from '@kit/attacks/app/people'
import { send } from '@kit/attacks/http/raw-http'
import { repositoryDirectory } from '@kit/attacks/engine/arena'
import { nobody, signedIn } from '@kit/attacks/engine/caller'
import { test } from '@kit/attacks/engine/test'

interface Route {
  methods: string[]
  path: string
}

/**
 * Better Auth's own routes: a second door to the same rooms, with none of the app's guards in front. Listed by the library
 * itself, with the plugins that we have (`library-routes.test.ts`). None of them is let through (docs/decisions/0004).
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
      for (const address of [
        '/api/auth',
        '/api/auth/',
        ...routes.map((route) => `/api/auth${route.path}`),
        // Where the library would answer at all, in every way to write it.
        ...routes
          .filter((route) => caller === root && route.methods.includes(method))
          .flatMap((route) => spellings.map((spelling) => `${spelling}${route.path}`)),
      ]) {
        const reply = await send({
          method,
          path: address,
          headers: {
            Origin: baseUrl().origin,
            'Content-Type': 'application/json',
            ...(caller.cookie && { Cookie: caller.cookie.cookie }),
          },
          ...(['GET', 'HEAD', 'OPTIONS'].includes(method) ? {} : { body }),
        })
        expect([404, 405, 308], `${method} ${address} as ${caller.name}: ${reply.status}`).toContain(
          reply.status,
        )
        expect(reply.headers['set-cookie']).toBeUndefined()
      }
    }
    const after = await arena.snapshot()
    expect(arena.changes(arena.record.baseline, after)).toEqual([])
  })
}
