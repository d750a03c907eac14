/** Milliseconds to wait for a refusal to be recorded before replying without it. */
export const RECORD_DEADLINE = 1000
