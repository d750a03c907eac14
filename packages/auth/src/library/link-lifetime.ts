/** Seconds until a mailed link expires. The mail templates repeat it. */
export const LINK_LIFETIME = 60 * 60
