import { z } from 'zod'

import { personStatuses } from '@kit/db/people/values'
import { searchSchema } from '@/lib/url/search-schema'

/** Invalid parameters are dropped instead of refused. */
export const peopleQuerySchema = z.object({
  search: searchSchema,
  status: z.enum(personStatuses).optional().catch(undefined),
  cursor: z.string().max(128).optional().catch(undefined),
})

export type PeopleQuery = z.infer<typeof peopleQuerySchema>
