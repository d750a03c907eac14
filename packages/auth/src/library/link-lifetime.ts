/** Seconds that a link in a mail works. The templates say so too. */
export const LINK_LIFETIME = 60 * 60
