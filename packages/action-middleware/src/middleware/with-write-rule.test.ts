import { expect, it } from 'vitest'

import { baseClient } from '../clients/base-client'
import { withWriteRule } from './with-write-rule'

const membership = { id: 'm1', userId: 'u1', role: 'admin', customRole: null }
const rule = withWriteRule({
  allow: ({ role }, { level }: { level: string }) => role === level,
  refusal: 'Only your own level.',
})
const client = baseClient
  .metadata({ name: 'tests.write' })
  .use(({ next }) => next({ ctx: { membership } }))
  .use(rule)

const write = (level: string) =>
  client.action(async ({ ctx }) => {
    ctx.assertAllowed({ level })
    return 'written'
  })()

it('allows a write that the rule allows', async () => {
  expect(await write('admin')).toEqual({ data: 'written' })
})

it('refuses any other write with the rule’s message', async () => {
  expect(await write('owner')).toMatchObject({
    serverError: { code: 'FORBIDDEN', message: 'Only your own level.' },
  })
})

it('fails when the handler succeeds without checking the rule', async () => {
  const forgetful = client.action(async () => 'written')
  expect(await forgetful()).toMatchObject({ serverError: { code: 'INTERNAL' } })
})
