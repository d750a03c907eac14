import { z } from 'zod'

import { SUBMISSION_FIELD } from './submission-field'
import { USER_FIELD } from './user-field'

/**
 * Lets a schema of plain fields read form data too: text fields become properties, `name[]` fields become arrays. Files
 * stay files and repeated names become arrays, so the schema refuses both unless it expects them.
 */
export function formData<Schema extends z.ZodType>(schema: Schema) {
  return z.preprocess(plainInput, schema)
}

function plainInput(input: unknown): unknown {
  if (input instanceof FormData) return fieldsOf(input)
  // A caller can send a promise, and zod would validate its resolved value instead.
  return input instanceof Promise ? undefined : input
}

function fieldsOf(form: FormData): Record<string, unknown> {
  const fields = new Map<string, unknown>()
  for (const key of new Set(form.keys())) {
    // Skips React's own fields for browsers without JavaScript, and this package's.
    if (key.startsWith('$ACTION_') || key === USER_FIELD || key === SUBMISSION_FIELD) continue
    const values = form.getAll(key)
    const isList = key.endsWith('[]')
    const name = isList ? key.slice(0, -2) : key
    const value = isList || values.length > 1 ? values : values[0]
    // A field sent both as text and as a list is ambiguous; no schema accepts the nested list.
    fields.set(name, fields.has(name) ? [fields.get(name), value] : value)
  }
  // `fromEntries` defines own properties, so `__proto__` is just an unknown field.
  return Object.fromEntries(fields)
}
