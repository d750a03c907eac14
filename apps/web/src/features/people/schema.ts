import { z } from 'zod'

import { reauthenticationFields } from '@kit/action-middleware/input/reauthentication-field-schema'
import { personBounds, personRoles } from '@kit/db/people/values'
import { storableLine, storableText } from '@/lib/input/storable-text'

const decisionFields = {
  personId: z.uuid(),
  /** Kept in the audit log. The person doesn't see it. */
  reason: storableLine().min(1, 'Enter a reason.').max(personBounds.reasonLength),
  ...reauthenticationFields,
}

const today = () => new Date().toISOString().slice(0, 10)

/** Member IDs, one for each organization that needs an owner. */
const newOwnersSchema = z.array(z.uuid()).min(1).max(personBounds.organizations).optional()

/** For every decision without further input. */
export const decisionSchema = z.strictObject(decisionFields)

export const suspendPersonSchema = z.strictObject({
  ...decisionFields,
  /** The last day in UTC. Empty: until someone ends it. */
  lastDay: z.iso
    .date('Enter a date.')
    .refine((day) => day >= today() && day <= '2199-12-31', 'Enter today or a later date.')
    .or(z.literal('')),
  newOwners: newOwnersSchema,
})

export const changePersonRoleSchema = z.strictObject({ ...decisionFields, role: z.enum(personRoles) })

export const deleteUserSchema = z.strictObject({
  ...decisionFields,
  /** The person's email, typed to confirm. */
  confirmation: storableText().min(1, "Enter the person's email.").max(254),
  newOwners: newOwnersSchema,
  /** Organization IDs. */
  deletedOrganizations: z.array(z.uuid()).min(1).max(personBounds.organizations).optional(),
})
