const directive = 'use server'

/** The directive with escapes, such as `'use\x20server'`, which Next accepts too. */
const escaped = new RegExp(`['"]${[...directive].map(spellings).join('')}`)

function spellings(letter: string): string {
  const code = letter.charCodeAt(0).toString(16)
  const brokenLine = String.raw`(?:\\(?:\r\n|[\r\n\u2028\u2029]))*`
  return String.raw`${brokenLine}(?:\\?${letter}|\\x${code}|\\u00${code}|\\u\{0*${code}\})`
}

/** Whether a text may contain `'use server'` in any spelling. */
export function mentionsServer(text: string): boolean {
  return text.includes(directive) || (text.includes('\\') && escaped.test(text))
}
