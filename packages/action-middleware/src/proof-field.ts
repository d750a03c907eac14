import { z } from 'zod'

import { passwordBounds } from '@kit/auth/password-bounds'

/** The field that carries the password, in a form that asks for it. */
export const PROOF_FIELD = 'passwordProof'

/** For the schema of every action behind `withFreshSession()`. What is in the field was judged before the schema. */
export const proofField = z.string().max(passwordBounds.maxLength).optional()
