'use server'

import { redirect } from 'next/navigation'
import type { z } from 'zod'

import {
  ActionError,
  authenticatedActionClient,
  formData,
  formErrors,
  withEdit,
  withFreshSession,
  withRateLimit,
} from '@kit/action-middleware'
import { confirmEmailChange, requestEmailChange } from '@kit/auth/accounts/change-email'
import { changePassword } from '@kit/auth/passwords/change-password'
import { deleteAccount } from '@kit/auth/accounts/delete-account'
import { personalDataJson } from '@kit/auth/accounts/personal-data'
import { setPassword } from '@kit/auth/passwords/set-password'
import { confirmPassword } from '@kit/auth/session/reauthentication'
import { updateName } from '@kit/db/accounts/name'
import { type Preferences, updatePreferences } from '@kit/db/accounts/preferences'

import { preferenceValues, storedPreferences } from './edits'
import {
  changePasswordSchema,
  confirmEmailChangeSchema,
  confirmPasswordSchema,
  deleteAccountSchema,
  downloadDataSchema,
  requestEmailChangeSchema,
  setPasswordSchema,
  updateNameSchema,
  updatePreferencesSchema,
} from './schema'

const withNameEdit = withEdit({
  current: ({ user: { name } }: { user: { name: string } }) => ({ name }),
  wanted: ({ name }: z.infer<typeof updateNameSchema>) => ({ name }),
})

export const updateNameAction = authenticatedActionClient
  .metadata({ name: 'account.updateName', echo: ['name', 'version', 'decision'] })
  .inputSchema(formData(updateNameSchema), formErrors)
  .useValidated(withNameEdit)
  .stateAction(async ({ ctx }) => {
    if (!(await updateName(ctx.user, ctx.edit.changes, ctx.requestId)))
      throw new ActionError('EDIT_CONFLICT', { conflicts: ['name'] })
    return { version: ctx.edit.version }
  })

const withPreferencesEdit = withEdit({
  current: ({ user }: { user: Preferences }) => preferenceValues(user),
  wanted: ({ locale, timeZone }: z.infer<typeof updatePreferencesSchema>) => ({ locale, timeZone }),
})

export const updatePreferencesAction = authenticatedActionClient
  .metadata({ name: 'account.updatePreferences', echo: ['locale', 'timeZone', 'version', 'decision'] })
  .inputSchema(formData(updatePreferencesSchema), formErrors)
  .useValidated(withPreferencesEdit)
  .stateAction(async ({ ctx }) => {
    if (!(await updatePreferences(ctx.user, storedPreferences(ctx.edit.changes), ctx.requestId)))
      throw new ActionError('EDIT_CONFLICT', { conflicts: ['locale', 'timeZone'] })
    return { version: ctx.edit.version }
  })

/** Makes the session fresh for actions behind `withFreshSession`. */
export const confirmPasswordAction = authenticatedActionClient
  .metadata({ name: 'account.confirmPassword' })
  .use(withRateLimit('password.user'))
  .inputSchema(formData(confirmPasswordSchema), formErrors)
  .stateAction(async ({ parsedInput: { password, oneTimeCode }, ctx }) => {
    await confirmPassword(ctx, { password, code: oneTimeCode })
    return { done: true }
  })

/** Checks the password and the code itself, which is stricter than a fresh session. */
export const changePasswordAction = authenticatedActionClient
  .metadata({ name: 'account.changePassword' })
  .use(withRateLimit('password.user'))
  .inputSchema(formData(changePasswordSchema), formErrors)
  .stateAction(async ({ parsedInput: { oneTimeCode, ...passwords }, ctx }) => {
    await changePassword(ctx, { ...passwords, code: oneTimeCode })
    return { done: true }
  })

/** For someone who doesn't have a password yet. Refuses users who have one. */
export const setPasswordAction = authenticatedActionClient
  .metadata({ name: 'account.setPassword' })
  .use(withFreshSession())
  .use(withRateLimit('password.user'))
  .inputSchema(formData(setPasswordSchema), formErrors)
  .stateAction(async ({ parsedInput: { newPassword }, ctx }) => {
    await setPassword(ctx, newPassword)
    redirect('/account/security?password')
  })

export const requestEmailChangeAction = authenticatedActionClient
  .metadata({ name: 'account.requestEmailChange', echo: ['email'] })
  .use(withFreshSession())
  .use(withRateLimit('emailChange.user'))
  .use(withRateLimit('emailChange.mailbox'))
  .inputSchema(formData(requestEmailChangeSchema), formErrors)
  .stateAction(async ({ parsedInput: { email }, ctx }) => {
    await requestEmailChange(ctx.user, email)
    // The same answer whether or not the email is taken; only its owner learns which, by mail.
    return { sentTo: email }
  })

/** The link was sent to the new email; only the user who requested it can confirm. */
export const confirmEmailChangeAction = authenticatedActionClient
  .metadata({ name: 'account.confirmEmailChange' })
  .inputSchema(formData(confirmEmailChangeSchema), formErrors)
  .stateAction(async ({ parsedInput: { token }, ctx }) => {
    await confirmEmailChange(ctx, token)
    return { done: true }
  })

/** An action, not a route: a fresh session, the limit and the origin are checked in one place for both. */
export const downloadDataAction = authenticatedActionClient
  .metadata({ name: 'account.download' })
  .use(withFreshSession())
  .use(withRateLimit('account.download'))
  .inputSchema(formData(downloadDataSchema), formErrors)
  .stateAction(async ({ ctx: { user } }) => ({ json: await personalDataJson(user.id) }))

export const deleteAccountAction = authenticatedActionClient
  .metadata({ name: 'account.delete', echo: ['confirmation'] })
  .use(withFreshSession())
  .use(withRateLimit('account.delete'))
  .inputSchema(formData(deleteAccountSchema), formErrors)
  .stateAction(async ({ parsedInput: { confirmation }, ctx: { user, requestId } }) => {
    await deleteAccount(user, { confirmation, requestId })
    redirect('/sign-in?deleted')
  })
