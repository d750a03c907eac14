/** Minutes that a session stays fresh after the password was entered. */
export const FRESH_MINUTES = 10

/** Whether the password was entered in this session recently. A session without a password is never fresh. */
export function isFresh(provedAt: Date | null): boolean {
  return provedAt !== null && Date.now() - provedAt.getTime() <= FRESH_MINUTES * 60_000
}
