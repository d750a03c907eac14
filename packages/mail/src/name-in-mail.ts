const LENGTH = 60

/** Joiners and variation selectors shape letters and emoji. */
const hidden = /(?![\u200c\u200d\p{Variation_Selector}])[\p{C}\p{Default_Ignorable_Code_Point}\u2800]/gu

const joining = /\p{Default_Ignorable_Code_Point}/gu

const glyph = /[\p{L}\p{N}\p{P}\p{S}]/u

/** Seven digits or more, with the separators that people write between them. */
const phoneNumber = /\p{Nd}(?:[\s()/.·–-]*\p{Nd}){6,}/u

/**
 * A user-chosen name that is safe in an email to a stranger: one short line. Undefined if it contains anything an email
 * client would link, such as "Sign in at evil.example" or a phone number.
 */
export function nameInMail(name: string): string | undefined {
  const line = name.normalize('NFKC').replace(/\s+/gu, ' ').replace(hidden, '').trim()
  // Some clients make a link of any text with a dot, or an IDNA variant of one, between two letters or digits.
  const leads = /[@/\\]|:\/|[\p{L}\p{N}][.\u3002\uff0e\uff61][\p{L}\p{N}]/u.test(line.replace(joining, ''))
  if (!glyph.test(line) || leads || phoneNumber.test(line)) return undefined
  const characters = [...line]
  return characters.length > LENGTH ? `${characters.slice(0, LENGTH - 1).join('')}…` : line
}
