'use server'

import { redirect } from 'next/navigation'

import {
  authenticatedActionClient,
  formData,
  formErrors,
  withFreshSession,
  withRateLimit,
} from '@kit/action-middleware'
import { unlinkAccount } from '@kit/auth/providers/link-account'
import { startAttempt } from '@kit/auth/providers/start-attempt'

import { linkAccountSchema, unlinkAccountSchema } from './schema'

/** Sends the browser to the provider. Only this session can finish it, when it comes back to `/api/callback`. */
export const linkAccountAction = authenticatedActionClient
  .metadata({ name: 'linked-accounts.link' })
  .use(withFreshSession())
  .use(withRateLimit('linkedAccounts.user'))
  .inputSchema(formData(linkAccountSchema), formErrors)
  .stateAction(async ({ parsedInput: { provider }, ctx: { session } }) => {
    await startAttempt({ provider, purpose: 'link', sessionId: session.id })
    redirect('/sign-in/provider')
  })

export const unlinkAccountAction = authenticatedActionClient
  .metadata({ name: 'linked-accounts.unlink' })
  .use(withFreshSession())
  .use(withRateLimit('linkedAccounts.user'))
  .inputSchema(formData(unlinkAccountSchema), formErrors)
  .stateAction(async ({ parsedInput: { provider }, ctx }) => {
    await unlinkAccount(ctx, provider)
    redirect('/account/security?unlinked')
  })
