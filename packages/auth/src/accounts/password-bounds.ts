/** Characters a password may have. The upper bound keeps a long one from becoming work for the hash. */
export const passwordBounds = { minLength: 12, maxLength: 128 } as const
