/** Milliseconds until a refusal that cannot be counted goes uncounted: the caller is waiting, for a refusal. */
export const RECORD_DEADLINE = 1000
