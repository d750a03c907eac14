/** Bytes. Under the limit of a whole form, 128 KiB, which Next checks before it decodes anything. */
export const LARGEST_PICTURE = 110 * 1024
