/** Seconds until a mailed link expires. The mail templates repeat it. */
export const LINK_LIFETIME = 60 * 60

/** Days until a link that reports a sign-in expires. */
export const SIGN_IN_LINK_DAYS = 3

/** Minutes until a link that signs in expires. */
export const MAGIC_LINK_MINUTES = 15

/** Minutes until a mailed code expires. */
export const MAILED_CODE_MINUTES = 10
