import { z } from 'zod'

/** Rejects text Postgres can't store (NUL) or UTF-8 can't encode (lone surrogates). Add the bounds. */
export const storableText = () =>
  z
    .string()
    .refine(
      (text) => !text.includes('\0') && !/\p{Surrogate}/u.test(text),
      'Remove the invisible character from this text.',
    )
