import { z } from 'zod'

import { organizationSlugSchema } from '@kit/action-middleware/input/organization-reference'
import { reauthenticationFields } from '@kit/action-middleware/input/reauthentication-field-schema'
import { versionField } from '@kit/action-middleware/input/version-schema'
import { organizationBounds } from '@kit/db/organizations/values'
import { newOrganizationSlugSchema } from '@/lib/organization/organization-slug'
import { storableLine, storableText } from '@/lib/input/storable-text'

const nameSchema = storableLine().min(1, 'Enter a name.').max(organizationBounds.nameLength)

export const createOrganizationSchema = z.strictObject({ name: nameSchema, slug: newOrganizationSlugSchema })

export const renameOrganizationSchema = z.strictObject({
  organization: organizationSlugSchema,
  name: nameSchema,
  version: versionField,
  decision: versionField.optional(),
})

export const changeSlugSchema = z.strictObject({
  organization: organizationSlugSchema,
  slug: newOrganizationSlugSchema,
})

export const leaveOrganizationSchema = z.strictObject({
  organization: organizationSlugSchema,
  sure: z.literal('yes', 'Check the box to confirm.'),
})

export const requireTwoFactorSchema = z.strictObject({
  organization: organizationSlugSchema,
  required: z.enum(['yes', 'no']),
  ...reauthenticationFields,
})

export const transferOwnershipSchema = z.strictObject({
  organization: organizationSlugSchema,
  email: z.email('Enter the email of a member.').max(254).toLowerCase(),
  ...reauthenticationFields,
})

export const deleteOrganizationSchema = z
  .strictObject({
    organization: organizationSlugSchema,
    confirmation: storableText()
      .trim()
      .min(1, 'Enter the URL of the organization.')
      .max(organizationBounds.slugMaxLength),
    ...reauthenticationFields,
  })
  .refine(({ organization, confirmation }) => confirmation === organization, {
    path: ['confirmation'],
    error: 'This doesn’t match the organization’s URL.',
  })
