import { z } from 'zod'

import { organizationSlugSchema } from '@kit/action-middleware/input/organization-reference'
import { roles } from '@kit/auth/permissions/permissions'

export const changeRoleSchema = z.strictObject({
  organization: organizationSlugSchema,
  memberId: z.uuid(),
  /** The name of a built-in role or the ID of a custom one. */
  role: z.enum(roles).or(z.uuid()),
})

export const removeMemberSchema = z.strictObject({ organization: organizationSlugSchema, memberId: z.uuid() })
