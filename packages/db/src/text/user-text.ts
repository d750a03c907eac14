// The characters that people may type, by Unicode property. The database checks the same without them (schema/text-checks.ts).

/** Embeddings, overrides and isolates change the order of the text around them. */
const reordering = /[\u202a-\u202e\u2066-\u2069]/

/** Line breaks and control characters. */
const breaking = /[\p{Cc}\u2028\u2029]/u

const glyph = /(?![\p{Default_Ignorable_Code_Point}\u2800])[\p{L}\p{N}\p{P}\p{S}]/u

/** The region of a flag, such as Scotland's. */
const flagTags = /(?<=\u{1f3f4})[\u{e0020}-\u{e007e}]+\u{e007f}/gu

/** Joiners shape letters of some scripts and combine emoji. In others they only hide. */
const joiners =
  /(?<=[\p{L}\p{M}\p{Extended_Pictographic}\p{Emoji_Modifier}])(?<![\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]|(?!\ufe0f)\p{Script=Inherited})[\u200c\u200d]/gu

const hidden = /(?!\p{Variation_Selector})[\p{Default_Ignorable_Code_Point}\p{Co}]/u

/** Returns a name as it is stored: composed, with plain spaces, trimmed. Names that look the same compare equal. */
export const normalizeLine = (text: string) =>
  text
    .normalize('NFC')
    .replace(/\p{Zs}/gu, ' ')
    .trim()

/** Whether text can be stored: PostgreSQL has no NUL, and UTF-8 has no lone surrogates. */
export const isStorable = (text: string) => !text.includes('\0') && !/\p{Surrogate}/u.test(text)

export const reorders = (text: string) => reordering.test(text)

/** Whether a name shows all its characters in one line, and at least one glyph. */
export const isVisibleLine = (text: string) =>
  glyph.test(text) && !breaking.test(text) && !hidden.test(text.replace(flagTags, '').replace(joiners, ''))
