import 'server-only'
import { createSafeActionClient } from 'next-safe-action'

import { memberOf } from '@/member-of'
import { signedIn } from '@/signed-in'

/** For anyone. Errors stay here, and callers get one sentence. */
export const openClient = createSafeActionClient({ handleServerError: () => 'Refused.' })

/** For signed-in users. */
export const userClient = openClient.use(async ({ next }) => next({ ctx: { user: await signedIn() } }))

/** For members of the organization in the input. */
export const memberClient = userClient.use(async ({ next, clientInput }) => {
  const named = clientInput as { organization?: unknown } | undefined
  return next({ ctx: { membership: await memberOf(String(named?.organization)) } })
})
