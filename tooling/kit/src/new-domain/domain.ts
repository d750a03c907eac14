import type { Spellings } from './domain-names'
import type { Field } from './fields'

/** A domain to generate. */
export interface NewDomain {
  one: Spellings
  many: Spellings
  fields: readonly Field[]
  /** The field that names a row in the UI. */
  title: Field
}

/** `"due on"` as a label: "Due on". */
export const sentence = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)

/** "a number", "an amount". */
export const withArticle = (words: string): string => `${/^[aeiou]/.test(words) ? 'an' : 'a'} ${words}`

/** Returns unique lines, sorted. */
export const unique = (lines: readonly string[]): string[] => [...new Set(lines)].toSorted()

/** Joins the text that `write` returns for each field. */
export const each = (fields: readonly Field[], write: (field: Field) => string, separator = '\n'): string =>
  fields.map(write).filter(Boolean).join(separator)
