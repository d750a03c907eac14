import 'server-only'
import { z } from 'zod'

import type { Constraint, Constraints } from './constraint'

/** Browsers compile `pattern` with the `v` flag and ignore invalid ones with a warning. */
function isHtmlPattern(pattern: string): boolean {
  try {
    return Boolean(new RegExp(pattern, 'v'))
  } catch {
    return false
  }
}

function constraintOf(schema: z.core.JSONSchema.BaseSchema, listed: boolean): Constraint {
  if (schema.type !== 'string') return {}
  const { minLength = 0, maxLength, format, pattern } = schema
  // A form sends every field, so a field that may be empty isn't required even if the schema lists it.
  const required = listed && (minLength > 0 || Boolean(format ?? pattern ?? schema.enum))
  return {
    ...(required && { required }),
    ...(minLength > 1 && { minLength }),
    ...(maxLength !== undefined && { maxLength }),
    ...(format === 'email' && { type: 'email' as const }),
    ...(!format && pattern && isHtmlPattern(pattern) && { pattern }),
  }
}

/** Schemas are constants, and every page with a form asks. */
const known = new WeakMap<z.ZodType, Constraints>()

/**
 * The bounds of a schema's text fields for browser validation. Form and action share the schema; zod stays on the
 * server, and only the action's check counts.
 */
export function constraintsOf(schema: z.ZodType): Constraints {
  const found = known.get(schema) ?? readConstraints(schema)
  known.set(schema, found)
  return found
}

function readConstraints(schema: z.ZodType): Constraints {
  const { properties = {}, required = [] } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })
  return Object.fromEntries(
    Object.entries(properties)
      .filter((entry): entry is [string, z.core.JSONSchema.BaseSchema] => typeof entry[1] === 'object')
      .map(([name, property]) => [name, constraintOf(property, required.includes(name))]),
  )
}
