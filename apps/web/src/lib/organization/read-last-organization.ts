import 'server-only'
import { cookies } from 'next/headers'
import { z } from 'zod'

import { LAST_ORGANIZATION_COOKIE } from './last-organization'

/** The ID of the organization that this browser opened last. Anyone can write it, so it only orders a list. */
export async function readLastOrganization(): Promise<string | undefined> {
  const jar = await cookies()
  return z.uuid().safeParse(jar.get(LAST_ORGANIZATION_COOKIE)?.value).data
}
