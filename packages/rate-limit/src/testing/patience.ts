/** Milliseconds. A deadline longer than any machine needs, for tests that are not about time. */
export const PATIENCE = 20_000
