import { expect, it } from 'vitest'
import { z } from 'zod'

import { parsePermissions } from '@kit/auth/permissions/permissions'

import { baseClient } from '../clients/base-client'
import { withHeldPermissions } from './with-held-permissions'

const schema = z.strictObject({ permissions: z.record(z.string(), z.array(z.string()).max(9)) })
const admin = { id: 'm', userId: 'u', role: 'admin', customRole: null }

function chain(guarded: boolean) {
  const client = baseClient
    .metadata({ name: 'tests.give' })
    .use(({ next }) => next({ ctx: { membership: admin } }))
    .inputSchema(schema)
  const open = async () => 'given'
  if (!guarded) return client.action(open)
  return client
    .useValidated(withHeldPermissions((input: z.infer<typeof schema>) => parsePermissions(input.permissions)))
    .action(open)
}

const above = { permissions: { member: ['read'], organization: ['delete'] } }

it('refuses to grant permissions that the caller lacks, and names them', async () => {
  expect(await chain(true)(above)).toMatchObject({
    serverError: {
      code: 'FORBIDDEN',
      message: "You can't grant permissions that you don't have: delete the organization.",
    },
  })
  expect(await chain(true)({ permissions: { organization: ['update'], member: ['delete'] } })).toEqual({
    data: 'given',
  })
})

it('lets an admin grant an owner’s permissions when removed', async () => {
  expect(await chain(false)(above)).toEqual({ data: 'given' })
})
