import 'server-only'
import { createHash } from 'node:crypto'
import { and, eq, gt } from 'drizzle-orm'
import { database } from '@kit/db/connection/client'
import { user, verification } from '@kit/db/schema'
import { readVerifyLink } from '../sign-up/verify-link'

// For password managers, which save a password under its email. Only the holder of a valid link learns it, and they got
// the link at that email. Reading changes nothing, because mail scanners open links too.

/** Returns the email that a link to verify it was sent to, or undefined if the link is not valid. */
export async function emailOfVerifyLink(token: string): Promise<string | undefined> {
  return (await readVerifyLink(token))?.email
}

/** Returns the email that a link to reset a password was sent to, or undefined if the link is not valid. */
export async function emailOfResetLink(token: string): Promise<string | undefined> {
  return (await ownerOfResetLink(token))?.email
}

/** Returns the user whose password a link resets, or undefined if the link is not valid. */
export async function ownerOfResetLink(token: string): Promise<{ id: string; email: string } | undefined> {
  if (!isResetToken(token)) return undefined
  const [link] = await database()
    .select({ userId: verification.value })
    .from(verification)
    .where(
      and(eq(verification.identifier, resetLinkIdentifier(token)), gt(verification.expiresAt, new Date())),
    )
  if (!link) return undefined
  const [owner] = await database()
    .select({ id: user.id, email: user.email })
    .from(user)
    .where(eq(user.id, link.userId))
  return owner
}

/** The identifier that Better Auth stores for a link. */
export function resetLinkIdentifier(token: string): string {
  return createHash('sha256').update(`reset-password:${token}`).digest('base64url')
}

/** Only this format is ours; Postgres fails on some of the others, such as a NUL. */
function isResetToken(token: string): boolean {
  return /^[A-Za-z0-9]{24}$/.test(token)
}
