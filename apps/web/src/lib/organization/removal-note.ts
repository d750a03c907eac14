import 'server-only'
import { cookies } from 'next/headers'
import { z } from 'zod'

import { env } from '@kit/env'

import type { RemovedUnit } from './removed-units'

const COOKIE = 'removed'
const SHOWN_FOR_SECONDS = 60

const removalSchema = z.strictObject({
  name: z.string().max(100),
  counts: z.record(z.string().max(40), z.int().min(0)),
})

/** An organization that was deleted, and how much went with it. */
export type Removal = z.infer<typeof removalSchema>

/**
 * Leaves a note for the page that comes next, since the page that asked is gone with the organization. Not in the
 * address, where anybody could write that something was deleted.
 */
export async function noteRemoval({
  name,
  ...counts
}: { name: string } & Record<RemovedUnit, number>): Promise<void> {
  const jar = await cookies()
  jar.set(COOKIE, JSON.stringify({ name, counts } satisfies Removal), {
    path: '/organizations',
    maxAge: SHOWN_FOR_SECONDS,
    httpOnly: true,
    sameSite: 'lax',
    secure: env().APP_URL.startsWith('https:'),
  })
}

export async function readRemovalNote(): Promise<Removal | undefined> {
  const text = (await cookies()).get(COOKIE)?.value
  try {
    return removalSchema.safeParse(JSON.parse(text ?? '')).data
  } catch {
    return undefined
  }
}
