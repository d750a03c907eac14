/** Milliseconds until a challenge or waiting token expires. Long enough to write a message. */
export const LIFETIME = 20 * 60_000

/** Milliseconds that a visitor without JavaScript must wait. */
export const WAIT = 10_000
