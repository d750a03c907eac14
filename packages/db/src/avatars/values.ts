/** Pixels of a stored avatar, which is square. Shown at 64 at most, so it is sharp on dense screens. */
export const AVATAR_SIZE = 192

/** Bytes of a stored avatar. */
export const MOST_AVATAR_BYTES = 48 * 1024
