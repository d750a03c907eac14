import { z } from 'zod'

import { reauthenticationFields } from '@kit/action-middleware/input/reauthentication-field-schema'
import { passkeyBounds } from '@kit/db/passkeys/values'
import { storableLine } from '@/lib/input/storable-text'

/** Binary values in base64url. The bounds are far above what authenticators send. */
const base64url = (longest: number) =>
  z
    .string()
    .max(longest)
    .regex(/^[\w-]+$/)

const answer = {
  credentialId: base64url(passkeyBounds.credentialIdMaxLength),
  clientData: base64url(2048),
}

const assertion = {
  ...answer,
  authenticatorData: base64url(2048),
  signature: base64url(1024),
}

const userHandle = base64url(128)

export const passkeyNameSchema = storableLine().min(1, 'Enter a name.').max(passkeyBounds.nameMaxLength)

export const startPasskeySignInSchema = z.strictObject({})

export const signInWithPasskeySchema = z.strictObject({
  ...assertion,
  userHandle,
  /** Where to go after sign-in; validated by `redirectPath`. */
  next: z.string().max(2048).optional(),
})

export const startPasskeyConfirmationSchema = z.strictObject({})

/** The user handle is optional here: when the app lists the allowed passkeys, an authenticator may leave it out. */
export const confirmWithPasskeySchema = z.strictObject({ ...assertion, userHandle: userHandle.optional() })

export const startAddingPasskeySchema = z.strictObject(reauthenticationFields)

export const addPasskeySchema = z.strictObject({
  name: passkeyNameSchema,
  ...answer,
  attestationObject: base64url(8192),
  ...reauthenticationFields,
})

export const renamePasskeySchema = z.strictObject({ passkeyId: z.uuid(), name: passkeyNameSchema })

export const removePasskeySchema = z.strictObject({ passkeyId: z.uuid(), ...reauthenticationFields })
