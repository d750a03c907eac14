/** Minutes that a session stays fresh after the password was entered or a passkey was used. */
export const FRESH_MINUTES = 10

/** Whether the password was entered or a passkey was used in this session recently. */
export function isFresh(confirmedAt: Date | null): boolean {
  return confirmedAt !== null && Date.now() - confirmedAt.getTime() <= FRESH_MINUTES * 60_000
}
