import { Refusal } from '@kit/server/refusal'
import { spellings, type Spellings } from './domain-names'

export const fieldTypes = ['text', 'number', 'money', 'date', 'boolean'] as const

type FieldType = (typeof fieldTypes)[number]

export type Field = { name: Spellings } & (
  | { type: FieldType }
  | { type: 'choice'; values: readonly string[] }
)

/** Maximum number of fields that a failed form gets back: see the metadata of actions. */
const MOST_FIELDS = 20
const MOST_VALUES = 20
const MOST_LETTERS = 30

/** Columns of every domain's table, and other names in forms and list URLs. */
const columns = ['id', 'organizationId', 'createdAt', 'updatedAt', 'createdBy', 'organization']
/** What a form sends in addition to its fields. */
const sending = ['version', 'decision', 'submission', 'renderedFor']

/** Properties of form elements, which a field with the same name would shadow. */
const formMembers = ['action', 'elements', 'length', 'method', 'reset', 'submit', 'requestSubmit']

/** An SQL array literal reads this as a missing value. */
const sqlWords = ['null']

/** Names that exist on every JavaScript object, or change how one is awaited or printed. */
const members = ['constructor', 'prototype', 'toString', 'valueOf', 'hasOwnProperty', 'then', 'toJSON']

const reserved = new Set([...columns, ...sending, ...formMembers, ...sqlWords, ...members])

/** The attack matrix treats fields with these names as redirect targets. */
const destination = /next|redirect|callback|return|target|url$/i

/**
 * Parses one field from `name:type`. Two or more values make it a choice: `status:draft,sent,paid`.
 * @throws Refusal with one sentence
 */
export function parseField(given: string): Field {
  const [, camel = '', type = ''] = /^([^:]*):([^:]*)$/.exec(given) ?? []
  if (!/^[a-z][A-Za-z0-9]*$/.test(camel) || camel.length > MOST_LETTERS) {
    throw new Refusal(`"${given}" is not a field. Write name:type, with a name such as dueOn.`)
  }
  if (reserved.has(camel) || destination.test(camel))
    throw new Refusal(`"${camel}" is reserved. Choose another name for the field.`)
  const name = spellings(camel.replaceAll(/(?<=[a-z0-9])[A-Z]|[A-Z](?=[a-z])/g, '-$&').toLowerCase())
  const known = fieldTypes.find((each) => each === type)
  if (known) return { name, type: known }
  if (type.includes(',')) return { name, type: 'choice', values: valuesOf(given, type) }
  throw new Refusal(
    `"${type}" is not a type of field. Use ${fieldTypes.join(', ')}, or comma-separated values.`,
  )
}

function valuesOf(given: string, list: string): string[] {
  const values = list.split(',')
  const bad = values.find(
    (value) => !/^[a-z][a-z0-9]*(?:_[a-z0-9]+)*$/.test(value) || value.length > MOST_LETTERS,
  )
  if (bad !== undefined) {
    throw new Refusal(`"${bad}" in ${given} is not a value. Use lowercase letters, digits and underscores.`)
  }
  if (new Set(values).size < values.length) throw new Refusal(`${given} repeats a value.`)
  if (values.length > MOST_VALUES) throw new Refusal(`${given} has more than ${MOST_VALUES} values.`)
  return values
}

/**
 * Parses all fields of a domain, in order. Also returns the first text field, which names a row in lists and links.
 * @param taken names that the domain itself needs
 * @throws Refusal when there is no text field, a repeated name or too many fields
 */
export function parseFields(
  given: readonly string[],
  taken: readonly string[] = [],
): { fields: Field[]; title: Field } {
  if (given.length > MOST_FIELDS) throw new Refusal(`A domain can have up to ${MOST_FIELDS} fields.`)
  const fields = given.map(parseField)
  const own = fields.find(({ name }) => taken.includes(name.camel))
  if (own) throw new Refusal(`"${own.name.camel}" is reserved. Choose another name for the field.`)
  const names = fields.map(({ name }) => name.snake)
  const twice = fields.find(({ name }, index) => names.indexOf(name.snake) !== index)
  if (twice) throw new Refusal(`The field "${twice.name.camel}" is repeated.`)
  const title = fields.find(({ type }) => type === 'text')
  if (title) return { fields, title }
  throw new Refusal('Add a text field, for example --field name:text. It names a row in lists and links.')
}
