import 'server-only'
import { cache } from 'react'

import { listOrganizationsOf } from '@kit/db/organizations'
import { requireSession } from '@/lib/require-session'

/** The organizations of the signed-in person, with the role held in each. Read once per request. */
export const loadOrganizations = cache(async () => {
  const { user } = await requireSession()
  return listOrganizationsOf(user.id)
})
