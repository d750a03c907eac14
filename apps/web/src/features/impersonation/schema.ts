import { z } from 'zod'

import { reauthenticationFields } from '@kit/action-middleware/input/reauthentication-field-schema'
import { impersonationModes } from '@kit/db/impersonation/values'
import { personBounds } from '@kit/db/people/values'
import { storableLine } from '@/lib/input/storable-text'

export const startImpersonationSchema = z.strictObject({
  personId: z.uuid(),
  mode: z.enum(impersonationModes, 'Choose an access level.'),
  /** Kept in the audit log. The person doesn't see it. */
  reason: storableLine().min(1, 'Enter a reason.').max(personBounds.reasonLength),
  ...reauthenticationFields,
})

export const stopImpersonationSchema = z.strictObject({})
