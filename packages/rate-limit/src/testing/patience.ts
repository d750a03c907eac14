/** Milliseconds. A deadline for tests of what a store counts, and not of how soon: a test's own limit comes first. */
export const PATIENCE = 24 * 60 * 60_000
