'use server'

import { redirect } from 'next/navigation'

import { authenticatedActionClient, formData, formErrors, withRateLimit } from '@kit/action-middleware'
import { startConfirmation } from '@kit/auth/providers/confirm-with-provider'
import { confirmWithMailedCode, mailCode } from '@kit/auth/session/mailed-code'

import { confirmWithMailedCodeSchema, confirmWithProviderSchema, mailCodeSchema } from './schema'

// People without a password make their session fresh with these actions. All three refuse users who have a password.

export const mailCodeAction = authenticatedActionClient
  .metadata({ name: 'confirmation.mailCode' })
  .use(withRateLimit('confirmationCode.user'))
  .inputSchema(formData(mailCodeSchema), formErrors)
  .stateAction(async ({ ctx }) => {
    await mailCode(ctx)
    return { sentTo: ctx.user.email }
  })

export const confirmWithMailedCodeAction = authenticatedActionClient
  .metadata({ name: 'confirmation.withMailedCode' })
  .use(withRateLimit('password.user'))
  .inputSchema(formData(confirmWithMailedCodeSchema), formErrors)
  .stateAction(async ({ parsedInput: { mailedCode, oneTimeCode }, ctx }) => {
    await confirmWithMailedCode(ctx, { mailedCode, code: oneTimeCode })
    return { done: true }
  })

/** Sends the browser to the provider. Only this session can finish it, when it comes back to `/api/callback`. */
export const confirmWithProviderAction = authenticatedActionClient
  .metadata({ name: 'confirmation.withProvider' })
  .use(withRateLimit('password.user'))
  .inputSchema(formData(confirmWithProviderSchema), formErrors)
  .stateAction(async ({ parsedInput: { provider, oneTimeCode, next }, ctx }) => {
    await startConfirmation(ctx, { provider, code: oneTimeCode, next })
    redirect('/sign-in/provider')
  })
