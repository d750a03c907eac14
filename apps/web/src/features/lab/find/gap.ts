/** A place in the code where a check is missing. */
export interface Gap {
  /** A part of the line before the first place where the check could be. */
  from: string
  /** A part of the first line of the statement that needs the check. */
  to: string
  /** What goes wrong without it: a sentence. */
  why: string
  /** What is missing, without a verb. */
  what: string
}

/**
 * Says what is missing, for the line before the gap and each line up to the end of the statement that needs the check.
 * @returns texts by line, counted from 1
 */
export function gapLines(lines: readonly string[], { from, to, why, what }: Gap): Map<number, string> {
  const first = lines.findIndex((line) => line.includes(from))
  const statement = lines.findIndex((line, index) => index > first && line.includes(to))
  if (first === -1 || statement === -1) throw new Error(`The code has no gap from ${from} to ${to}.`)
  const rest = lines.slice(statement + 1)
  const end = rest.findIndex((line) => indentOf(line) <= indentOf(lines[statement] ?? ''))
  return new Map(
    lines
      .slice(first, statement + 1 + (end === -1 ? rest.length : end))
      .map((line, index) => [line, first + index] as const)
      .filter(([line]) => !/^[\s)}]*$/.test(line))
      .map(([, index]) => [
        index + 1,
        `${why} ${what} is missing ${index < statement ? 'after this line' : 'before this statement'}.`,
      ]),
  )
}

const indentOf = (line: string) => line.length - line.trimStart().length
