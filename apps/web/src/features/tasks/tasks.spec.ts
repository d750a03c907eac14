import { expect } from '@playwright/test'

import { signedIn } from '@kit/attacks/engine/caller'
import { cookieOf } from '@kit/attacks/engine/page-reply'
import { test } from '@kit/attacks/engine/test'
import { send } from '@kit/attacks/http/raw-http'

import { ownersTask, titleOf } from './attack-cases'

test('a task is found only in its own organization', async ({ arena }) => {
  const caller = signedIn(arena, 'both@gatehouse.test')
  const id = ownersTask(arena)
  const [own, other] = await Promise.all(
    ['acme', 'globex'].map((slug) =>
      send({ method: 'GET', path: `/${slug}/tasks/${id}`, headers: cookieOf(caller) }),
    ),
  )
  expect([own?.status, other?.status]).toEqual([200, 404])
  expect(other?.body).not.toContain(titleOf(arena, id))
})

test('a viewer cannot open the new task form', async ({ arena }) => {
  const caller = signedIn(arena, 'viewer@acme.test')
  const { status } = await send({ method: 'GET', path: '/acme/tasks/new', headers: cookieOf(caller) })
  expect(status).toBe(403)
})
