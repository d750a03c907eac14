/** Milliseconds: a deadline longer than any machine needs, for tests of what a store counts. The test's own limit comes first. */
export const PATIENCE = 24 * 60 * 60_000
