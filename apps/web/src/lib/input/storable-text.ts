import { z } from 'zod'

import { isStorable, isVisibleLine, normalizeLine, reorders } from '@kit/db/text/user-text'

const ordered = (text: string) => !reorders(text)

/** Forms send line breaks as CRLF, which would count twice. */
const normalize = (text: string) => text.normalize('NFC').replace(/\r\n?/g, '\n')

/** Text of any number of lines: composed (NFC), storable, in the order it's read. Add the bounds. */
export const storableText = () =>
  z
    .string()
    .overwrite(normalize)
    .refine(isStorable, 'Remove the invisible character from this text.')
    .refine(
      ordered,
      'Remove the characters that change the direction of this text. Type it again instead of pasting.',
    )

/** A name or title: one trimmed line in which every character shows. Add the bounds. */
export const storableLine = () =>
  storableText()
    .overwrite(normalizeLine)
    .refine(
      (text) => text === '' || isVisibleLine(text),
      'Use visible characters in one line. Type the text again instead of pasting.',
    )
