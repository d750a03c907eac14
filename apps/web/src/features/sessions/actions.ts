'use server'

import { redirect } from 'next/navigation'

import {
  ActionError,
  authenticatedActionClient,
  formData,
  formErrors,
  publicActionClient,
  withOwn,
  withRateLimit,
} from '@kit/action-middleware'
import { reportSignIn } from '@kit/auth/browsers/report-sign-in'
import { endOtherSessions, endSession } from '@kit/db/sign-in/sessions'

import { ownSession } from './rules'
import { endOtherSessionsSchema, endSessionSchema, reportSignInSchema } from './schema'

// Ending sessions needs no fresh session: a person who finds a stranger's session must be able to end it at once.

export const endSessionAction = authenticatedActionClient
  .metadata({ name: 'sessions.end' })
  .use(withRateLimit('sessions.end'))
  .inputSchema(formData(endSessionSchema), formErrors)
  .useValidated(withOwn(ownSession))
  .stateAction(async ({ parsedInput: { sessionId }, ctx: { user, session } }) => {
    const ended = await endSession({ userId: user.id, id: session.id }, sessionId)
    if (!ended) throw new ActionError('NOT_FOUND', { message: 'This session has already ended.' })
    return { ended: 1 }
  })

export const endOtherSessionsAction = authenticatedActionClient
  .metadata({ name: 'sessions.endOthers' })
  .use(withRateLimit('sessions.end'))
  .inputSchema(formData(endOtherSessionsSchema), formErrors)
  .stateAction(async ({ ctx: { user, session } }) => ({
    ended: await endOtherSessions({ userId: user.id, id: session.id }),
  }))

/** Public: the mailed link proves who calls. They may not know the password that someone else uses. */
export const reportSignInAction = publicActionClient
  .metadata({ name: 'sessions.reportSignIn' })
  .use(withRateLimit('reportSignIn.ip'))
  .inputSchema(formData(reportSignInSchema), formErrors)
  .stateAction(async ({ parsedInput: { token }, ctx: { requestId } }) => {
    const { resetToken } = await reportSignIn(token, requestId)
    redirect(`/reset-password?${new URLSearchParams({ token: resetToken })}`)
  })
