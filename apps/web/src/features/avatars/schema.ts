import { z } from 'zod'

import { LARGEST_PICTURE } from './largest-picture'

/** The server detects the type of the file from its content. */
export const setAvatarSchema = z.strictObject({
  picture: z
    .file('Choose a picture.')
    .min(1, 'Choose a picture.')
    .max(LARGEST_PICTURE, 'This file is too large. Choose one of up to 110 KB.'),
})

export const removeAvatarSchema = z.strictObject({})
