'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'

import {
  ActionError,
  formData,
  formErrors,
  publicActionClient,
  supportActionClient,
  withFreshSession,
  withRateLimit,
} from '@kit/action-middleware'
import { startImpersonation, stopImpersonation } from '@kit/auth/impersonation/impersonation'

import { startImpersonationSchema, stopImpersonationSchema } from './schema'

/** Support can start a read-only impersonation. The database checks the role again, in the transaction. */
export const startImpersonationAction = supportActionClient
  .metadata({ name: 'impersonation.start', echo: ['reason', 'mode'] })
  .use(withFreshSession())
  .use(withRateLimit('impersonation.start'))
  .inputSchema(formData(startImpersonationSchema), formErrors)
  .stateAction(
    async ({ parsedInput: { personId, reason, mode }, ctx: { user, session, requestId }, metadata }) => {
      const decision = { adminId: user.id, action: metadata.name, requestId, userId: personId, reason }
      if (!(await startImpersonation(decision, { sessionId: session.id, mode })))
        throw new ActionError('NOT_FOUND')
      // From now on, every page in this browser shows another person's account.
      revalidatePath('/', 'layout')
      redirect('/organizations/open')
    },
  )

/**
 * Public, because it has to work when the session can do nothing else: after an impersonation has ended, and for an admin who
 * lost the role. It only stops the impersonation of the caller's own session.
 */
export const stopImpersonationAction = publicActionClient
  .metadata({ name: 'impersonation.stop' })
  .inputSchema(formData(stopImpersonationSchema))
  .action(async ({ ctx: { requestId }, metadata }) => {
    const personId = await stopImpersonation({ action: metadata.name, requestId })
    revalidatePath('/', 'layout')
    // The sign-in page redirects users who are signed in.
    redirect(personId ? `/admin/people/${personId}` : '/sign-in')
  })
