'use server'

import { redirect } from 'next/navigation'

import { formData, formErrors, publicActionClient } from '@kit/action-middleware'
import {
  requestPasswordReset,
  resetPassword,
  signIn,
  signOut,
  signUp,
  verifyEmail,
} from '@kit/auth/credentials'
import { redirectPath } from '@/lib/redirect-path'

import {
  requestPasswordResetSchema,
  resetPasswordSchema,
  signInSchema,
  signOutSchema,
  signUpSchema,
  verifyEmailSchema,
} from './schema'

// All of these are public by nature: who calls them has no session yet, or proves who they are by what they send.

export const signUpAction = publicActionClient
  .metadata({ name: 'auth.signUp', echo: ['name', 'email'] })
  .inputSchema(formData(signUpSchema), formErrors)
  .stateAction(async ({ parsedInput }) => {
    await signUp(parsedInput)
    // The same answer whether the address was known or not: the mail tells its owner which.
    return { sentTo: parsedInput.email }
  })

export const signInAction = publicActionClient
  .metadata({ name: 'auth.signIn', echo: ['email', 'next'] })
  .inputSchema(formData(signInSchema), formErrors)
  .stateAction(async ({ parsedInput: { email, password, next } }) => {
    await signIn({ email, password })
    redirect(redirectPath(next, '/organizations'))
  })

export const signOutAction = publicActionClient
  .metadata({ name: 'auth.signOut' })
  .inputSchema(formData(signOutSchema))
  .action(async () => {
    await signOut()
    redirect('/sign-in')
  })

export const requestPasswordResetAction = publicActionClient
  .metadata({ name: 'auth.requestPasswordReset', echo: ['email'] })
  .inputSchema(formData(requestPasswordResetSchema), formErrors)
  .stateAction(async ({ parsedInput: { email } }) => {
    await requestPasswordReset(email)
    return { sentTo: email }
  })

export const resetPasswordAction = publicActionClient
  .metadata({ name: 'auth.resetPassword' })
  .inputSchema(formData(resetPasswordSchema), formErrors)
  .stateAction(async ({ parsedInput }) => {
    await resetPassword(parsedInput)
    return { done: true }
  })

export const verifyEmailAction = publicActionClient
  .metadata({ name: 'auth.verifyEmail' })
  .inputSchema(formData(verifyEmailSchema), formErrors)
  .stateAction(async ({ parsedInput }) => {
    await verifyEmail(parsedInput)
    return { done: true }
  })
