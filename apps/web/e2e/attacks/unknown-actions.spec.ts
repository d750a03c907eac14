import { expect } from '@playwright/test'

import type { Arena } from '@kit/attacks/engine/arena'
import { signedIn } from '@kit/attacks/engine/caller'
import { callsTo } from '@kit/attacks/engine/calls'
import { test } from '@kit/attacks/engine/test'
import { send, type RawRequest, type RawResponse } from '@kit/attacks/http/raw-http'

import { earlierDeployment, UNKNOWN_ACTION } from '../fixtures/earlier-deployment'
import { matrix } from './matrix'
import { recordedEvents } from './recorded-events'

const FIELD = '$ACTION_DEPLOYMENT'
const TYPED = '<b>Typed</b> before the deploy'

test.beforeEach(async ({ arena }) => {
  await arena.database.resetCounters()
  await arena.database.sql`DELETE FROM security_event`
})

test.afterEach(async ({ arena }) => {
  expect(arena.changes(arena.record.baseline, await arena.snapshot())).toEqual([])
})

interface Claim {
  /** What the call claims about the deployment of its page. */
  deployment?: string
  headers?: Record<string, string>
}

/** Calls of an action that this build doesn't have, in each encoding. */
function unknownCalls(arena: Arena, { deployment, headers }: Claim): Record<'script' | 'form', RawRequest> {
  const row = matrix.find(({ exportName }) => exportName === 'updateNameAction')
  if (!row) throw new Error('The matrix has no row for a new name.')
  const calls = callsTo(arena, row, signedIn(arena, 'editor@acme.test'))
  const input = { ...row.input(arena), name: TYPED, password: 'never-in-a-page' }
  const id = UNKNOWN_ACTION
  return {
    script: calls.form(input, {
      id,
      headers: { ...headers, ...(deployment && { 'X-Deployment-Id': deployment }) },
    }),
    form: calls.boundForm({ ...input, ...(deployment && { [FIELD]: deployment }) }, { id, headers }),
  }
}

function expectBareRefusal({ status, headers, body }: RawResponse): void {
  expect(status).toBe(409)
  expect(headers['content-type']).toBe('text/plain')
  expect(body).not.toContain('Typed')
}

async function ownDeployment(): Promise<string> {
  const { body } = await send({ method: 'GET', path: '/sign-in', headers: {} })
  return /data-dpl-id="([^"]+)"/.exec(body)?.[1] ?? ''
}

const forged: Record<string, () => string | undefined | Promise<string>> = {
  'no deployment ID': () => undefined,
  'a made-up deployment ID': () => 'mx14j62l-AAAAAAAAAAAAAAAAAAAA',
  "this build's own deployment ID": ownDeployment,
}

for (const [name, claim] of Object.entries(forged)) {
  test(`an unknown action with ${name} is refused, recorded, and shows nothing`, async ({ arena }) => {
    const deployment = await claim()
    for (const request of Object.values(unknownCalls(arena, { deployment }))) {
      await arena.database.sql`DELETE FROM security_event`
      expectBareRefusal(await send(request))
      await expect
        .poll(async () => (await recordedEvents(arena)).map(({ kind, action }) => [kind, action]))
        .toEqual([['not-found', 'any.call']])
    }
  })
}

test('an unknown action from a page of an earlier deployment is refused and not recorded as an attack', async ({
  arena,
}) => {
  const { script, form } = unknownCalls(arena, { deployment: earlierDeployment() })
  const answer = await send(script)
  expectBareRefusal(answer)
  expect(answer.headers['x-nextjs-action-not-found']).toBe('1')

  const page = await send(form)
  expect(page.status).toBe(409)
  expect(page.headers['content-type']).toContain('text/html')
  expect(page.headers['cache-control']).toContain('no-store')
  expect(page.headers['content-security-policy']).toContain("'nonce-")
  expect(page.body).toContain('Gatehouse was updated')
  expect(page.body).toContain('&lt;b&gt;Typed&lt;/b&gt; before the deploy')
  expect(page.body).not.toContain(TYPED)
  expect(page.body).not.toContain('never-in-a-page')
  expect(await recordedEvents(arena)).toEqual([])
})

test('another site cannot fill in a form with an earlier deployment ID', async ({ arena }) => {
  const senders: Record<string, string>[] = [
    { Origin: 'https://evil.example' },
    { Origin: 'null' },
    { Origin: '', 'Sec-Fetch-Site': 'cross-site' },
  ]
  for (const headers of senders) {
    const { form } = unknownCalls(arena, { deployment: earlierDeployment(), headers })
    const reply = await send(form)
    expect(reply.status).toBeGreaterThanOrEqual(400)
    expect(reply.body).not.toContain('before the deploy')
  }
})
