'use server'

import { redirect } from 'next/navigation'

import {
  authenticatedActionClient,
  formData,
  formErrors,
  publicActionClient,
  withFreshSession,
  withOwn,
  withRateLimit,
} from '@kit/action-middleware'
import { addPasskey, startAddingPasskey } from '@kit/auth/passkeys/add-passkey'
import { removePasskey, renamePasskey } from '@kit/auth/passkeys/changes'
import { confirmWithPasskey, startPasskeyConfirmation } from '@kit/auth/passkeys/confirm-with-passkey'
import { signInWithPasskey, startPasskeySignIn } from '@kit/auth/passkeys/sign-in-with-passkey'
import { redirectPath } from '@/lib/url/redirect-path'

import { ownPasskey } from './rules'
import {
  addPasskeySchema,
  confirmWithPasskeySchema,
  removePasskeySchema,
  renamePasskeySchema,
  signInWithPasskeySchema,
  startAddingPasskeySchema,
  startPasskeyConfirmationSchema,
  startPasskeySignInSchema,
} from './schema'

/** Public, because anyone can try to sign in. Writes nothing and reveals no account. */
export const startPasskeySignInAction = publicActionClient
  .metadata({ name: 'passkeys.startSignIn' })
  .inputSchema(formData(startPasskeySignInSchema), formErrors)
  .stateAction(async () => ({ options: await startPasskeySignIn() }))

/** Public, because the passkey authenticates the caller. No captcha, because a signature can't be guessed. */
export const signInWithPasskeyAction = publicActionClient
  .metadata({ name: 'passkeys.signIn', echo: ['next'] })
  .use(withRateLimit('signIn.ip'))
  .inputSchema(formData(signInWithPasskeySchema), formErrors)
  .stateAction(async ({ parsedInput: { next, ...assertion } }) => {
    await signInWithPasskey(assertion)
    redirect(redirectPath(next, '/organizations/open'))
  })

export const startPasskeyConfirmationAction = authenticatedActionClient
  .metadata({ name: 'passkeys.startConfirmation' })
  .inputSchema(formData(startPasskeyConfirmationSchema), formErrors)
  .stateAction(async ({ ctx }) => ({ options: await startPasskeyConfirmation(ctx) }))

/** Makes the session fresh for actions behind `withFreshSession`. */
// action-audit-waive is-authorized: The signature proves whose passkey it is; confirmWithPasskey refuses all but the caller's.
export const confirmWithPasskeyAction = authenticatedActionClient
  .metadata({ name: 'passkeys.confirm' })
  .use(withRateLimit('password.user'))
  .inputSchema(formData(confirmWithPasskeySchema), formErrors)
  .stateAction(async ({ parsedInput, ctx }) => {
    await confirmWithPasskey(ctx, parsedInput)
    return { done: true }
  })

export const startAddingPasskeyAction = authenticatedActionClient
  .metadata({ name: 'passkeys.startAdding' })
  .use(withFreshSession())
  .inputSchema(formData(startAddingPasskeySchema), formErrors)
  .stateAction(async ({ ctx }) => ({ options: await startAddingPasskey(ctx) }))

// action-audit-waive is-authorized: The ID belongs to a new passkey, which becomes the caller's. A stored ID is refused.
export const addPasskeyAction = authenticatedActionClient
  .metadata({ name: 'passkeys.add', echo: ['name'] })
  .use(withFreshSession())
  .use(withRateLimit('passkeys.user'))
  .inputSchema(formData(addPasskeySchema), formErrors)
  .stateAction(async ({ parsedInput: { name, credentialId, clientData, attestationObject }, ctx }) => {
    await addPasskey(ctx, { name, attestation: { credentialId, clientData, attestationObject } })
    return { added: name }
  })

export const renamePasskeyAction = authenticatedActionClient
  .metadata({ name: 'passkeys.rename', echo: ['name'] })
  .use(withRateLimit('passkeys.user'))
  .inputSchema(formData(renamePasskeySchema), formErrors)
  .useValidated(withOwn(ownPasskey))
  .stateAction(async ({ parsedInput: { passkeyId, name }, ctx }) => {
    await renamePasskey(ctx, { id: passkeyId, name })
    return { renamed: name }
  })

export const removePasskeyAction = authenticatedActionClient
  .metadata({ name: 'passkeys.remove' })
  .use(withFreshSession())
  .use(withRateLimit('passkeys.user'))
  .inputSchema(formData(removePasskeySchema), formErrors)
  .useValidated(withOwn(ownPasskey))
  .stateAction(async ({ parsedInput: { passkeyId }, ctx }) => {
    await removePasskey(ctx, passkeyId)
    return { removed: 1 }
  })
