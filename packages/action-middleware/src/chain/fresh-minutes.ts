/** Minutes that a session stays fresh after the password was entered. */
export const FRESH_MINUTES = 10

/** Whether the password was entered in this session recently. A session without a password is never fresh. */
export function isFresh(confirmedAt: Date | null): boolean {
  return confirmedAt !== null && Date.now() - confirmedAt.getTime() <= FRESH_MINUTES * 60_000
}
