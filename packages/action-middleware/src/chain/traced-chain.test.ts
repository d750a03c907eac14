import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { z } from 'zod'

import { closeDatabase } from '@kit/db/connection/client'
import { demoId } from '@kit/db/demo/demo'
import { createNote, lockNotes, updateNotes } from '@kit/db/testing/fixture-domain/notes'
import { createTestDatabase, type TestDatabase } from '@kit/db/testing/test-database'
import { withTenant } from '@kit/db/tenancy/tenant'
import { exporting } from '@kit/telemetry/exporting'
import { startExport } from '@kit/telemetry/start-export'

const userId = demoId('user', 'owner@acme.test')
vi.mock('next/headers', () => ({ headers: async () => new Headers({ origin: 'http://localhost:3000' }) }))
vi.mock('@kit/auth/session/session', () => ({
  getSession: async () => ({ user: { id: userId, role: 'user' }, session: { id: 's1' } }),
}))

const { organizationActionClient } = await import('../clients/organization-action-client')
const { withResource } = await import('../middleware/with-resource')

let database: TestDatabase
let collector: Server
let got = ''

beforeAll(async () => {
  database = await createTestDatabase()
  vi.stubEnv('DATABASE_URL', database.url)
  collector = createServer(async (request, response) => {
    for await (const chunk of request) got += String(chunk)
    response.setHeader('Content-Type', 'application/json').end('{}')
  }).listen(0, '127.0.0.1')
  await once(collector, 'listening')
})

afterAll(async () => {
  collector.close()
  await closeDatabase()
  await database.drop()
})

const rename = organizationActionClient
  .metadata({ name: 'tests.rename' })
  .inputSchema(z.strictObject({ organization: z.string(), id: z.uuid(), title: z.string().max(50) }))
  .useValidated(
    withResource({ ids: (input: { id: string }) => [input.id], load: lockNotes, allow: () => true }),
  )
  .action(async ({ ctx, parsedInput: { id, title } }) => {
    await updateNotes(ctx.db, [id], { title })
    return 'done'
  })

it('a collector gets the steps of a call and its statements, without what was typed', async () => {
  const note = await withTenant({ organization: 'acme', userId }, (db) => createNote(db, { title: 'x' }))
  startExport(`http://127.0.0.1:${(collector.address() as AddressInfo).port}`)
  await rename({ organization: 'acme', id: note.id, title: 'typed-value' })
  await exporting()?.stop(60_000)
  const names = [...got.matchAll(/"name":"((?:gate|sql)(?:\.[^"]*)?)"/g)].map(([, name]) => name)
  expect(new Set(names)).toEqual(new Set(['gate', 'gate.rate-limit', 'gate.tenant', 'gate.ownership', 'sql']))
  expect(got).toContain('tests.rename')
  expect(got).toMatch(/update \\"note\\" set/)
  expect(got).not.toContain('typed-value')
})
