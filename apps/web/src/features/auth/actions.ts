'use server'

import { redirect } from 'next/navigation'

import {
  formData,
  formErrors,
  publicActionClient,
  withCaptcha,
  withoutSession,
  withRateLimit,
  withSignInChallenge,
} from '@kit/action-middleware'
import { finishSignUp, resendVerification } from '@kit/auth/sign-up/finish-sign-up'
import { startAttempt } from '@kit/auth/providers/start-attempt'
import {
  requestPasswordReset,
  resetPassword,
  signIn,
  signOut,
  signUp,
  verifyEmail,
} from '@kit/auth/session/credentials'
import { requestMagicLink, signInWithMagicLink } from '@kit/auth/session/magic-link'
import { signInWithCode } from '@kit/auth/two-factor/sign-in-with-code'
import { codePath } from '@/lib/url/code-path'
import { redirectPath } from '@/lib/url/redirect-path'

import {
  finishSignUpSchema,
  requestMagicLinkSchema,
  requestPasswordResetSchema,
  resendVerificationSchema,
  resetPasswordSchema,
  signInSchema,
  signInWithCodeSchema,
  signInWithMagicLinkSchema,
  signOutSchema,
  signUpSchema,
  startProviderSignInSchema,
  verifyEmailSchema,
} from './schema'

// Public: the callers have no session yet, or prove who they are by what they send.
// Limits by IP come before the captcha, because verification costs work. Limits by email come after it, so a bot
// can't use up someone else's.

export const signUpAction = publicActionClient
  .metadata({ name: 'auth.signUp', echo: ['name', 'email'] })
  .use(withRateLimit('signUp.ip'))
  .use(withCaptcha())
  .use(withRateLimit('signUp.mailbox'))
  .inputSchema(formData(signUpSchema), formErrors)
  .stateAction(async ({ parsedInput }) => {
    await signUp(parsedInput)
    // The same answer whether or not the email is known; only its owner learns which, by mail.
    redirect('/check-email')
  })

export const signInAction = publicActionClient
  // The echoed captcha is spent; its presence tells the form to request the next one at once.
  .metadata({ name: 'auth.signIn', echo: ['email', 'next', 'captcha'] })
  .use(withRateLimit('signIn.ip'))
  .use(withCaptcha({ after: 'signIn.withoutCaptcha' }))
  .use(withRateLimit('signIn.email'))
  .inputSchema(formData(signInSchema), formErrors)
  .stateAction(async ({ parsedInput: { email, password, next } }) => {
    const outcome = await signIn({ email, password })
    redirect(redirectPath(outcome === 'code-pending' ? codePath(next) : next, '/organizations/open'))
  })

/** The second step of a sign-in with two-factor authentication: the caller has given the password and has no session. */
export const signInWithCodeAction = publicActionClient
  .metadata({ name: 'auth.signInWithCode', echo: ['next'] })
  .use(withRateLimit('signInCode.ip'))
  .use(withSignInChallenge())
  .use(withRateLimit('signInCode.account'))
  .inputSchema(formData(signInWithCodeSchema), formErrors)
  .stateAction(async ({ parsedInput: { oneTimeCode, next } }) => {
    const outcome = await signInWithCode(oneTimeCode)
    redirect(outcome === 'ended' ? '/sign-in?ended' : redirectPath(next, '/organizations/open'))
  })

/**
 * Sends the browser to a provider. It comes back to `/api/callback`, where the `state` proves that this browser left from here.
 */
export const startProviderSignInAction = publicActionClient
  .metadata({ name: 'auth.startProviderSignIn' })
  .use(withRateLimit('providerStart.ip'))
  .inputSchema(formData(startProviderSignInSchema), formErrors)
  .stateAction(async ({ parsedInput: { provider, next } }) => {
    await startAttempt({ provider, purpose: 'sign-in', ...(next && { next }) })
    redirect('/sign-in/provider')
  })

export const requestMagicLinkAction = publicActionClient
  .metadata({ name: 'auth.requestMagicLink', echo: ['email', 'next'] })
  .use(withRateLimit('magicLink.ip'))
  .use(withCaptcha())
  .use(withRateLimit('magicLink.mailbox'))
  .inputSchema(formData(requestMagicLinkSchema), formErrors)
  .stateAction(async ({ parsedInput: { email, next } }) => {
    await requestMagicLink(email, redirectPath(next, ''))
    // The same answer whether or not the email has an account.
    return { sentTo: email }
  })

/** The link proves the mailbox. */
export const signInWithMagicLinkAction = publicActionClient
  .metadata({ name: 'auth.signInWithMagicLink' })
  .use(withoutSession())
  .use(withRateLimit('signInLink.ip'))
  .inputSchema(formData(signInWithMagicLinkSchema), formErrors)
  .stateAction(async ({ parsedInput: { token } }) => {
    const { outcome, next } = await signInWithMagicLink(token)
    redirect(redirectPath(outcome === 'code-pending' ? codePath(next) : next, '/organizations/open'))
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
  .use(withRateLimit('resetMail.mailbox'))
  .inputSchema(formData(requestPasswordResetSchema), formErrors)
  .stateAction(async ({ parsedInput: { email } }) => {
    await requestPasswordReset(email)
    return { sentTo: email }
  })

export const resetPasswordAction = publicActionClient
  .metadata({ name: 'auth.resetPassword' })
  .use(withRateLimit('resetPassword.ip'))
  .inputSchema(formData(resetPasswordSchema), formErrors)
  .stateAction(async ({ parsedInput, ctx: { requestId } }) => {
    await resetPassword(parsedInput, requestId)
    return { done: true }
  })

/** The cookie that the browser got when it signed up says which account this is about. */
export const resendVerificationAction = publicActionClient
  .metadata({ name: 'auth.resendVerification' })
  .use(withRateLimit('resendLink.ip'))
  .inputSchema(formData(resendVerificationSchema), formErrors)
  .stateAction(async () => {
    await resendVerification()
    return { done: true }
  })

/** The link proves access to the mailbox, and the cookie proves that this browser made the account. */
export const finishSignUpAction = publicActionClient
  .metadata({ name: 'auth.finishSignUp' })
  .use(withoutSession())
  .use(withRateLimit('verifyEmail.ip'))
  .use(withRateLimit('verifyEmail.link', 'token'))
  .inputSchema(formData(finishSignUpSchema), formErrors)
  .stateAction(async ({ parsedInput: { token } }) => {
    await finishSignUp(token)
    redirect('/organizations/new')
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
