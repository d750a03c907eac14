import type { Spellings } from './domain-names'
import type { Field } from './fields'

/** A domain that is about to be written. */
export interface NewDomain {
  one: Spellings
  many: Spellings
  fields: readonly Field[]
  /** The field that people know a row by. */
  title: Field
}

/** `"due on"` as a label: "Due on". */
export const sentence = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)

/** "a number", "an amount". */
export const withArticle = (words: string): string => `${/^[aeiou]/.test(words) ? 'an' : 'a'} ${words}`

/** Lines without repeats, in order. */
export const unique = (lines: readonly string[]): string[] => [...new Set(lines)].toSorted()

/** Joins what each field gives. */
export const each = (fields: readonly Field[], write: (field: Field) => string, separator = '\n'): string =>
  fields.map(write).filter(Boolean).join(separator)
