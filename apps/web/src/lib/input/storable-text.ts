import { z } from 'zod'

/** Text that comes back as it was given: Postgres knows every character but NUL, UTF-8 no half of a pair. Add the bounds. */
export const storableText = () =>
  z
    .string()
    .refine(
      (text) => !text.includes('\0') && !/\p{Surrogate}/u.test(text),
      'Remove the invisible character from this text.',
    )
