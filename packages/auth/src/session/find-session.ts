import 'server-only'
import { cookies } from 'next/headers'
import { cache } from 'react'
import { z } from 'zod'
import { surfaceBusy } from '@kit/db/connection/surface-busy'
import { impersonationModes } from '@kit/db/impersonation/values'
import { inSpan } from '@kit/telemetry/in-span'
import { auth } from '../library/auth'

/** What `withPreparedSession` adds to the user, which Better Auth passes on without knowing about it. */
const addedSchema = z.object({
  twoFactor: z.boolean(),
  hasPassword: z.boolean(),
  hasPasskey: z.boolean(),
  locale: z.string().nullable(),
  timeZone: z.string().nullable(),
  impersonation: z
    .object({
      mode: z.enum(impersonationModes),
      expiresAt: z.date(),
      person: z
        .object({
          id: z.string(),
          name: z.string(),
          email: z.string(),
          emailVerified: z.boolean(),
          image: z.string().nullable(),
          role: z.string().nullable(),
          banned: z.boolean().nullable(),
          banExpires: z.date().nullable(),
          createdAt: z.date(),
          locale: z.string().nullable(),
          timeZone: z.string().nullable(),
        })
        .nullable(),
    })
    .nullable(),
})

/**
 * Returns this browser's session and the user who signed in, with one statement, or null. Says nothing about whether they may
 * use it: `getSession` does. Shared within one render. Holds no token.
 * @throws BusyError, which Better Auth would hide
 */
export const findSession = cache(async () => {
  // `headers()` would still hold the old cookie when an action replaces it and then renders a page.
  const cookie = (await cookies()).toString()
  const found = await inSpan('gate.session', {}, () =>
    surfaceBusy(() => auth().api.getSession({ headers: new Headers({ cookie }) })),
  )
  if (!found) return null
  const { token: _, ...session } = found.session
  return { session, user: found.user, added: addedSchema.parse(found.user) }
})
