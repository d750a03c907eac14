/** Milliseconds. A deadline for tests of what a store counts, and not of how soon: no machine is so slow. */
export const PATIENCE = 20_000
