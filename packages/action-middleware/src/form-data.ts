import { z } from 'zod'

/**
 * Lets a schema of plain fields read a form as well: text fields become properties, `name[]` fields become arrays.
 * A file stays a file and a name given twice becomes an array, so the schema refuses both unless it wants them.
 */
export function formData<Schema extends z.ZodType>(schema: Schema) {
  return z.preprocess((input) => (input instanceof FormData ? fieldsOf(input) : input), schema)
}

function fieldsOf(form: FormData): Record<string, unknown> {
  const fields = new Map<string, unknown>()
  for (const key of new Set(form.keys())) {
    const values = form.getAll(key)
    if (key.endsWith('[]')) fields.set(key.slice(0, -2), values)
    else fields.set(key, values.length === 1 ? values[0] : values)
  }
  // `fromEntries` defines own properties, so a field called `__proto__` is only an unknown field.
  return Object.fromEntries(fields)
}
