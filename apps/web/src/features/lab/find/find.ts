/** The line of a mistake's code that lets the attack through. */
export interface Find {
  /** A part of that line. */
  line: string
  why: string
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
    'The signature. It says what the action expects, and anyone can send something else.',
  ],
  [/^\s*\/\*\*/, 'A comment doesn’t stop anyone.'],
]

const SYNTAX = 'Nothing is decided here. Look for the line that reads, trusts or writes something.'

/** Explains a line of the code. */
export function explain({ line, why, others }: Find, code: string): FoundLine {
  if (code.includes(line)) return { right: true, text: why }
  const own = others.find(([part]) => code.includes(part))?.[1]
  return { right: false, text: own ?? common.find(([part]) => part.test(code))?.[1] ?? SYNTAX }
}
