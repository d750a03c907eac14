import { z } from 'zod'

/** Bytes. Under the limit of a whole form, 128 KiB, which Next checks before it decodes anything. */
export const LARGEST_PICTURE = 110 * 1024

/** The server detects the type of the file from its content. */
export const setAvatarSchema = z.strictObject({
  picture: z
    .file('Choose a picture.')
    .min(1, 'Choose a picture.')
    .max(LARGEST_PICTURE, 'This file is too large. Choose one of up to 110 KB.'),
})

export const removeAvatarSchema = z.strictObject({})
