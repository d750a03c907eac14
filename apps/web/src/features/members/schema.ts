import { z } from 'zod'

import { organizationSlugSchema } from '@kit/action-middleware/input/organization-reference'
import { versionField } from '@kit/action-middleware/input/version-schema'
import { roles } from '@kit/auth/permissions/permissions'

export const changeRoleSchema = z.strictObject({
  organization: organizationSlugSchema,
  memberId: z.uuid(),
  /** The name of a built-in role or the ID of a custom one. */
  role: z.enum(roles).or(z.uuid()),
  /** The version of the role that this replaces. */
  version: versionField,
})

export const removeMemberSchema = z.strictObject({ organization: organizationSlugSchema, memberId: z.uuid() })
