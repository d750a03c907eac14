/** Password length in code points. The upper bound limits the work of the hash. */
export const passwordBounds = { minLength: 12, maxLength: 128 } as const

/** The lowest `passwordScore` of a new password. */
export const leastPasswordScore = 3
