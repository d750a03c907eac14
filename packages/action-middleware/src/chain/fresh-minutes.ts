/** For so long the password counts as just given. */
export const FRESH_MINUTES = 10

/** Whether the password was given in this session lately. A session that began without one has no proof. */
export function isFresh(provedAt: Date | null): boolean {
  return provedAt !== null && Date.now() - provedAt.getTime() <= FRESH_MINUTES * 60_000
}
