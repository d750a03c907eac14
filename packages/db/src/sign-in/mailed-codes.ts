import { and, eq, gt, sql } from 'drizzle-orm'
import type { Transaction } from '../connection/client'
import { verification } from '../accounts/table'

const valueOf = (sessionId: string) => `mailed-code:${sessionId}`

interface MailedCode {
  /** The code is for this session only. */
  sessionId: string
  /** A keyed hash of the code. */
  identifier: string
}

/** Stores a code with a lifetime in seconds and ends the session's earlier one. */
export async function keepMailedCode(
  transaction: Transaction,
  { sessionId, identifier, lifetime }: MailedCode & { lifetime: number },
): Promise<void> {
  await transaction.delete(verification).where(eq(verification.value, valueOf(sessionId)))
  const expiresAt = sql`now() + make_interval(secs => ${lifetime})`
  await transaction.insert(verification).values({ identifier, value: valueOf(sessionId), expiresAt })
}

/** Uses up a code. Only one of several parallel calls gets true. */
export async function takeMailedCode(
  transaction: Transaction,
  { sessionId, identifier }: MailedCode,
): Promise<boolean> {
  const taken = await transaction
    .delete(verification)
    .where(
      and(
        eq(verification.value, valueOf(sessionId)),
        eq(verification.identifier, identifier),
        gt(verification.expiresAt, sql`now()`),
      ),
    )
    .returning({ id: verification.id })
  return taken.length > 0
}
