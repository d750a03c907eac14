'use server'

import { redirect } from 'next/navigation'

import { authenticatedActionClient, formData, formErrors, withRateLimit } from '@kit/action-middleware'
import { changePassword } from '@kit/auth/change-password'
import { updateName } from '@kit/auth/credentials'
import { confirmPassword } from '@kit/auth/password-proof'

import { redirectPath } from '@/lib/redirect-path'

import { changePasswordSchema, confirmPasswordSchema, updateNameSchema } from './schema'

export const updateNameAction = authenticatedActionClient
  .metadata({ name: 'account.updateName', echo: ['name'] })
  .inputSchema(formData(updateNameSchema), formErrors)
  .stateAction(async ({ parsedInput: { name } }) => {
    await updateName(name)
    return { done: true }
  })

/** Takes the password again, for what `withFreshSession` guards. */
export const confirmPasswordAction = authenticatedActionClient
  .metadata({ name: 'account.confirmPassword', echo: ['next'] })
  .use(withRateLimit('password.user'))
  .inputSchema(formData(confirmPasswordSchema), formErrors)
  .stateAction(async ({ parsedInput: { password, next } }) => {
    await confirmPassword(password)
    if (next !== undefined) redirect(redirectPath(next, '/account'))
    return { done: true }
  })

/** Asks for the password itself, which is stricter than a session that was fresh some minutes ago. */
export const changePasswordAction = authenticatedActionClient
  .metadata({ name: 'account.changePassword' })
  .use(withRateLimit('password.user'))
  .inputSchema(formData(changePasswordSchema), formErrors)
  .stateAction(async ({ parsedInput }) => {
    await changePassword(parsedInput)
    return { done: true }
  })
