import { gapLines, type Gap } from './gap'

/** The lines of a mistake's code that let the attack through: those that make a mistake, and those around a missing check. */
export interface Find {
  /** A part of a line, and why it lets the attack through. Some mistakes are made on two lines. */
  right: readonly (readonly [part: string, why: string])[]
  /** Where a check is missing. */
  gap?: Gap
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
    /export (?:async )?function/,
    'Anyone can call it and send anything, which is true of every action. See what the next lines do about it.',
  ],
  [/^\s*\/\*\*/, 'A comment doesn’t stop anyone, and doesn’t let anyone in.'],
  [
    /signedIn\(\)/,
    'This reads who is calling from the session cookie. The action changes only that user’s data, which is right.',
  ],
  [/^[\s)}]+$/, 'This only ends what started above.'],
]

/**
 * Explains a line of the code.
 * @param line counted from 1
 */
export function explain({ right, gap, others }: Find, code: string, line: number): FoundLine {
  const lines = code.split('\n')
  const text = lines[line - 1] ?? ''
  const why = textOf(right, text) ?? (gap && gapLines(lines, gap).get(line))
  if (why !== undefined) return { right: true, text: why }
  const wrong = textOf(others, text) ?? common.find(([part]) => part.test(text))?.[1]
  if (wrong === undefined) throw new Error(`Nothing says why this line is wrong: ${text}`)
  return { right: false, text: wrong }
}

const textOf = (known: Find['others'], line: string) => known.find(([part]) => line.includes(part))?.[1]

/** Explains the line that was found on an earlier visit. Undefined if it isn't a right one in today's code. */
export function foundIn(
  code: string,
  find: Find,
  line: string | undefined,
): (FoundLine & { line: string }) | undefined {
  const text = line === undefined ? undefined : code.split('\n')[Number(line) - 1]
  if (line === undefined || text === undefined || text.trim() === '') return undefined
  const found = explain(find, code, Number(line))
  return found.right ? { line, ...found } : undefined
}
