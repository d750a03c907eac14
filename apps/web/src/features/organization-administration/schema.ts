import { z } from 'zod'

import { reauthenticationFields } from '@kit/action-middleware/input/reauthentication-field-schema'
import { organizationDecisionBounds } from '@kit/db/organization-administration/values'
import { organizationBounds } from '@kit/db/organizations/values'
import { storableLine, storableText } from '@/lib/input/storable-text'

/** For every decision without further input. */
export const organizationDecisionSchema = z.strictObject({
  organizationId: z.uuid(),
  /** Kept in the audit log, where the organization's members can read it too. */
  reason: storableLine().min(1, 'Enter a reason.').max(organizationDecisionBounds.reasonLength),
  ...reauthenticationFields,
})

export const scheduleDeletionSchema = z.strictObject({
  ...organizationDecisionSchema.shape,
  /** The organization's slug, typed to confirm. */
  confirmation: storableText()
    .min(1, "Enter the organization's URL name.")
    .max(organizationBounds.slugMaxLength),
})
