'use server'

import { redirect } from 'next/navigation'

import {
  authenticatedActionClient,
  formData,
  formErrors,
  withFreshSession,
  withRateLimit,
} from '@kit/action-middleware'
import { confirmEmailChange, requestEmailChange } from '@kit/auth/accounts/change-email'
import { changePassword } from '@kit/auth/accounts/change-password'
import { updateName } from '@kit/auth/session/credentials'
import { deleteAccount } from '@kit/auth/accounts/delete-account'
import { confirmPassword } from '@kit/auth/session/reauthentication'

import {
  changePasswordSchema,
  confirmEmailChangeSchema,
  confirmPasswordSchema,
  deleteAccountSchema,
  requestEmailChangeSchema,
  updateNameSchema,
} from './schema'

export const updateNameAction = authenticatedActionClient
  .metadata({ name: 'account.updateName', echo: ['name'] })
  .inputSchema(formData(updateNameSchema), formErrors)
  .stateAction(async ({ parsedInput: { name } }) => {
    await updateName(name)
    return { done: true }
  })

/** Takes the password again, for what `withFreshSession` guards; without JavaScript its own form has the field for it. */
export const confirmPasswordAction = authenticatedActionClient
  .metadata({ name: 'account.confirmPassword' })
  .use(withRateLimit('password.user'))
  .inputSchema(formData(confirmPasswordSchema), formErrors)
  .stateAction(async ({ parsedInput: { password } }) => {
    await confirmPassword(password)
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

export const requestEmailChangeAction = authenticatedActionClient
  .metadata({ name: 'account.requestEmailChange', echo: ['email'] })
  .use(withFreshSession())
  .use(withRateLimit('emailChange.user'))
  .use(withRateLimit('emailChange.email'))
  .inputSchema(formData(requestEmailChangeSchema), formErrors)
  .stateAction(async ({ parsedInput: { email } }) => {
    await requestEmailChange(email)
    // The same answer whether somebody has the address or not: the mail tells its owner which.
    return { sentTo: email }
  })

/** The link was mailed to the other address; the session has to be of who asked for it. */
export const confirmEmailChangeAction = authenticatedActionClient
  .metadata({ name: 'account.confirmEmailChange' })
  .inputSchema(formData(confirmEmailChangeSchema), formErrors)
  .stateAction(async ({ parsedInput: { token } }) => {
    await confirmEmailChange(token)
    return { done: true }
  })

export const deleteAccountAction = authenticatedActionClient
  .metadata({ name: 'account.delete', echo: ['confirmation'] })
  .use(withFreshSession())
  .use(withRateLimit('account.delete'))
  .inputSchema(formData(deleteAccountSchema), formErrors)
  .stateAction(async ({ parsedInput: { confirmation }, ctx: { requestId } }) => {
    await deleteAccount({ confirmation, requestId })
    redirect('/sign-in?deleted')
  })
