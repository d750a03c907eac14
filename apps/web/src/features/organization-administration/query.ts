import { z } from 'zod'

import { organizationStatuses } from '@kit/db/organization-administration/values'
import { searchSchema } from '@/lib/url/search-schema'

/** Invalid parameters are dropped instead of refused. */
export const organizationsQuerySchema = z.object({
  search: searchSchema,
  status: z.enum(organizationStatuses).optional().catch(undefined),
  cursor: z.string().max(128).optional().catch(undefined),
})

/** The page of an organization's members. */
export const membersQuerySchema = organizationsQuerySchema.pick({ cursor: true })

export type OrganizationsQuery = z.infer<typeof organizationsQuerySchema>
