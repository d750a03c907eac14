'use server'

import { createSafeActionClient } from 'next-safe-action'
import { cookies, headers } from 'next/headers'
import { z } from 'zod'

import { countCall, database, enter, findPerson, insertItem } from './database'

const schema = z.preprocess(
  (input) => (input instanceof FormData ? Object.fromEntries(input) : input),
  z.object({ title: z.string().trim().min(1).max(200), description: z.string().max(5000) }),
)

/** The product's chain with simpler statements, and without decisions, row-level security and the audit trigger. */
const client = createSafeActionClient()
  .use(async ({ next }) => next({ ctx: { host: (await headers()).get('host') } }))
  .use(async ({ next }) => {
    await cookies()
    const [person] = await findPerson()
    return next({ ctx: { person } })
  })
  .use(async ({ next }) => {
    await countCall(String(Math.floor(Math.random() * 2000)))
    return next()
  })
  .use(({ next }) =>
    database.transaction(async (transaction) => {
      await enter(transaction)
      return next({ ctx: { transaction } })
    }),
  )

export const createItem = client.inputSchema(schema).stateAction(async ({ parsedInput, ctx }) => {
  const [created] = await insertItem(ctx.transaction, parsedInput)
  return { itemId: created?.id }
})
