import { isRecord } from '@kit/action-middleware/errors/action-reply'

import type { Takes } from './targets'

/** The arguments of one call. */
export type Arguments = { fields: Readonly<Record<string, string>> } | { list: readonly unknown[] } | null

/** A field with a list of values makes one call for each, up to this number. */
export const MOST_CALLS = 20

/** Reads what a visitor typed. Returns the arguments of each call, or what is wrong. */
export function parseArguments(text: string, takes: Takes): { calls: Arguments[] } | { fault: string } {
  if (takes === 'nothing') return { calls: [null] }
  const value = jsonOf(text)
  if (value === undefined) return { fault: 'This is not valid JSON. Check quotes and commas.' }
  if (takes === 'list') {
    return Array.isArray(value)
      ? { calls: [{ list: value }] }
      : { fault: 'Enter a list, such as ["a", "b"].' }
  }
  if (!isRecord(value)) return { fault: 'Enter an object, such as {"name": "value"}.' }
  return callsOf(Object.entries(value))
}

function callsOf(entries: readonly [string, unknown][]): { calls: Arguments[] } | { fault: string } {
  const lists = entries.map(([name, value]) => [name, Array.isArray(value) ? value : [value]] as const)
  const values = lists.flatMap(([, list]) => list)
  if (values.some(Array.isArray)) {
    return { fault: 'There is a list inside a list. Remove the extra brackets.' }
  }
  if (values.some((value) => typeof value !== 'string')) {
    return { fault: 'A form sends text only. Put each value in quotes.' }
  }
  const count = Math.max(1, ...lists.map(([, values]) => values.length))
  if (count > MOST_CALLS) return { fault: `Enter at most ${MOST_CALLS} values in a list.` }
  const calls = Array.from({ length: count }, (_, index) => ({
    fields: Object.fromEntries(
      lists.map(([name, values]) => [name, String(values[index] ?? values.at(-1) ?? '')]),
    ),
  }))
  return { calls }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
