import { z } from 'zod'

/**
 * Lets a schema of plain fields read a form as well: text fields become properties, `name[]` fields become arrays.
 * A file stays a file and a name given twice becomes an array, so the schema refuses both unless it wants them.
 */
export function formData<Schema extends z.ZodType>(schema: Schema) {
  return z.preprocess(plainInput, schema)
}

function plainInput(input: unknown): unknown {
  if (input instanceof FormData) return fieldsOf(input)
  // A caller can send a promise, and zod would wait for it here: what it comes to is not what was sent.
  return input instanceof Promise ? undefined : input
}

function fieldsOf(form: FormData): Record<string, unknown> {
  const fields = new Map<string, unknown>()
  for (const key of new Set(form.keys())) {
    // React's bookkeeping for browsers without JavaScript, which stays in a form after it is hydrated.
    if (key.startsWith('$ACTION_')) continue
    const values = form.getAll(key)
    const isList = key.endsWith('[]')
    const name = isList ? key.slice(0, -2) : key
    const value = isList || values.length > 1 ? values : values[0]
    // Given as a text and as a list, a field means neither: no schema takes the list that this makes.
    fields.set(name, fields.has(name) ? [fields.get(name), value] : value)
  }
  // `fromEntries` defines own properties, so a field called `__proto__` is only an unknown field.
  return Object.fromEntries(fields)
}
