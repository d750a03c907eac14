import 'server-only'
import { cookies } from 'next/headers'
import { cache } from 'react'
import { auth } from '../library/auth'

export interface SessionUser {
  id: string
  name: string
  email: string
  emailVerified: boolean
  image: string | null
  role: 'user' | 'super-admin'
}

export interface SessionInfo {
  id: string
  createdAt: Date
  expiresAt: Date
  /** When the password was last given in this session; null where it never was. */
  provedAt: Date | null
}

function isBanned(user: { banned?: boolean | null; banExpires?: Date | null }): boolean {
  return user.banned === true && (!user.banExpires || user.banExpires > new Date())
}

/**
 * Who is signed in, or null: read from the database each time, one statement, so that a session that is revoked, expired
 * or a banned user's is over at once. Shared within one render. Carries neither the token nor anything else that could
 * be used to sign in.
 */
export const getSession = cache(async (): Promise<{ user: SessionUser; session: SessionInfo } | null> => {
  // Not `headers()`: the page that an action renders in its answer would still see the cookie that the action replaced.
  const cookie = (await cookies()).toString()
  const found = await auth().api.getSession({ headers: new Headers({ cookie }) })
  if (!found || isBanned(found.user)) return null
  const { user, session } = found
  return {
    user: {
      id: user.id,
      name: user.name,
      email: user.email,
      emailVerified: user.emailVerified,
      image: user.image ?? null,
      // The library allows a list of roles in this column; only the exact word makes an administrator.
      role: user.role === 'super-admin' ? 'super-admin' : 'user',
    },
    session: {
      id: session.id,
      createdAt: session.createdAt,
      expiresAt: session.expiresAt,
      provedAt: session.provedAt ?? null,
    },
  }
})
