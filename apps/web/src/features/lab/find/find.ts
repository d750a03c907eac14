/** The lines of a mistake's code that let the attack through. */
export interface Find {
  /** A part of that line, and why it lets the attack through. Some mistakes are made on two lines. */
  right: readonly (readonly [part: string, why: string])[]
  /** Parts of other lines, and why they don't let it through. */
  others: readonly (readonly [part: string, why: string])[]
}

export interface FoundLine {
  right: boolean
  text: string
}

/** Lines that mean the same in every file. */
const common: readonly (readonly [part: RegExp, why: string])[] = [
  [
    /'use server'/,
    'It makes the exports of this file endpoints: anyone can call them. That’s intended, and it’s why each one needs checks.',
  ],
  [
    /export (?:default )?(?:async )?function/,
    'The signature says what the action expects, but anyone can send something else. The checks have to follow.',
  ],
  [/^\s*\/\*\*/, 'A comment doesn’t stop anyone, and doesn’t let anyone in.'],
  [
    /signedIn\(\)/,
    'This reads who is calling from the session cookie. That’s correct, but it doesn’t say what they may do.',
  ],
  [
    /database\(\)|await db$/,
    'It opens the database, with access to all rows. Other lines decide what happens there.',
  ],
  [
    /^\s*\.(?:from|update|values)\(/,
    'It names the table or starts the row. Other lines decide which row, and its values.',
  ],
  [/^[\s)}]+$/, 'This only ends what started above.'],
]

/** Explains a line of the code. */
export function explain({ right, others }: Find, code: string): FoundLine {
  const why = right.find(([part]) => code.includes(part))?.[1]
  if (why !== undefined) return { right: true, text: why }
  const own = others.find(([part]) => code.includes(part))?.[1]
  const text = own ?? common.find(([part]) => part.test(code))?.[1]
  if (text === undefined) throw new Error(`Nothing says why this line is wrong: ${code}`)
  return { right: false, text }
}

/** Explains the line that was found on an earlier visit. Undefined if it isn't a right one in today's code. */
export function foundIn(
  code: string,
  find: Find,
  line: string | undefined,
): (FoundLine & { line: string }) | undefined {
  const text = line === undefined ? undefined : code.split('\n')[Number(line) - 1]
  if (line === undefined || text === undefined || text.trim() === '') return undefined
  const found = explain(find, text)
  return found.right ? { line, ...found } : undefined
}
