import 'server-only'
import { cookies } from 'next/headers'
import { z } from 'zod'

import { env } from '@kit/env'

const COOKIE = 'removed'
const SHOWN_FOR_SECONDS = 60

const removalSchema = z.strictObject({
  name: z.string().max(100),
  /** Row counts by table. */
  counts: z.record(z.string().max(63), z.int().min(0)),
})

/** A deleted organization and what was deleted with it. */
export type Removal = z.infer<typeof removalSchema>

/** Stores a notice for the next page. A cookie, because anyone could write a notice into a URL. */
export async function noteRemoval(removal: Removal): Promise<void> {
  const jar = await cookies()
  jar.set(COOKIE, JSON.stringify(removal), {
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
