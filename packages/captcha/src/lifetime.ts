/** Milliseconds that a challenge or a waiting token is good for. Long enough to write a message. */
export const LIFETIME = 20 * 60_000

/** Milliseconds that a visitor without JavaScript waits. */
export const WAIT = 10_000
