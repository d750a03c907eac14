import { terms, type TermId } from './terms'

/** Text, or the first use of a term in it. */
export type Part = string | { id: TermId; text: string }

/**
 * Splits a text at the first use of each term.
 * @param known terms that aren't explained again
 */
export function findTerms(text: string, known: readonly TermId[] = []): Part[] {
  const [first] = terms
    .filter(({ id }) => !known.includes(id))
    .flatMap(({ id, pattern }) => {
      const match = pattern.exec(text)
      return match ? [{ id, index: match.index, text: match[0] }] : []
    })
    // Of two that start at the same place, the longer one.
    .toSorted((a, b) => a.index - b.index || b.text.length - a.text.length)
  if (!first) return text === '' ? [] : [text]
  const before = text.slice(0, first.index)
  const rest = text.slice(first.index + first.text.length)
  return [
    ...(before === '' ? [] : [before]),
    { id: first.id, text: first.text },
    ...findTerms(rest, [...known, first.id]),
  ]
}
