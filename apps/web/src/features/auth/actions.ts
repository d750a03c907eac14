'use server'

import { redirect } from 'next/navigation'

import { formData, formErrors, publicActionClient, withCaptcha, withRateLimit } from '@kit/action-middleware'
import {
  requestPasswordReset,
  resetPassword,
  signIn,
  signOut,
  signUp,
  verifyEmail,
} from '@kit/auth/session/credentials'
import { redirectPath } from '@/lib/url/redirect-path'

import {
  requestPasswordResetSchema,
  resetPasswordSchema,
  signInSchema,
  signOutSchema,
  signUpSchema,
  verifyEmailSchema,
} from './schema'

// All of these are public by nature: who calls them has no session yet, or proves who they are by what they send.
// Limits by address stand before the captcha, so that judging is not free; limits by e-mail behind it, so that a robot
// cannot use up those of others.

export const signUpAction = publicActionClient
  .metadata({ name: 'auth.signUp', echo: ['name', 'email'] })
  .use(withRateLimit('signUp.ip'))
  .use(withCaptcha())
  .use(withRateLimit('signUp.email'))
  .inputSchema(formData(signUpSchema), formErrors)
  .stateAction(async ({ parsedInput }) => {
    await signUp(parsedInput)
    // The same answer whether the address was known or not: the mail tells its owner which.
    return { sentTo: parsedInput.email }
  })

export const signInAction = publicActionClient
  // The proof is spent when it comes back: that it was there tells the form to ask for the next one at once.
  .metadata({ name: 'auth.signIn', echo: ['email', 'next', 'captcha'] })
  .use(withRateLimit('signIn.ip'))
  .use(withCaptcha({ after: 'signIn.withoutCaptcha' }))
  .use(withRateLimit('signIn.email'))
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
  .use(withRateLimit('resetMail.ip'))
  .use(withCaptcha())
  .use(withRateLimit('resetMail.email'))
  .inputSchema(formData(requestPasswordResetSchema), formErrors)
  .stateAction(async ({ parsedInput: { email } }) => {
    await requestPasswordReset(email)
    return { sentTo: email }
  })

export const resetPasswordAction = publicActionClient
  .metadata({ name: 'auth.resetPassword' })
  .use(withRateLimit('resetPassword.ip'))
  .inputSchema(formData(resetPasswordSchema), formErrors)
  .stateAction(async ({ parsedInput }) => {
    await resetPassword(parsedInput)
    return { done: true }
  })

export const verifyEmailAction = publicActionClient
  .metadata({ name: 'auth.verifyEmail' })
  .use(withRateLimit('verifyEmail.ip'))
  .use(withRateLimit('verifyEmail.link', 'token'))
  .inputSchema(formData(verifyEmailSchema), formErrors)
  .stateAction(async ({ parsedInput }) => {
    await verifyEmail(parsedInput)
    return { done: true }
  })
