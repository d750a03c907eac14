import { Refusal } from '@kit/server/refusal'
import { spellings, type Spellings } from './domain-names'

export const fieldTypes = ['text', 'number', 'money', 'date', 'boolean'] as const

type FieldType = (typeof fieldTypes)[number]

export type Field = { name: Spellings } & (
  | { type: FieldType }
  | { type: 'choice'; values: readonly string[] }
)

/** What a failed form gets back at most: see the metadata of actions. */
const MOST_FIELDS = 20
const MOST_VALUES = 20
const MOST_LETTERS = 30

/** Columns that every table of a domain has, and what a form or a list's URL sends besides. */
const columns = ['id', 'organizationId', 'createdAt', 'updatedAt', 'createdBy', 'organization']

/** What a form's element is asked by these names would be one of its fields instead. */
const formMembers = ['action', 'elements', 'length', 'method', 'reset', 'submit', 'requestSubmit']

/** An array in SQL reads it as no value. */
const sqlWords = ['null']

/** Names that every object has in JavaScript, or that change how one is awaited or printed. */
const members = ['constructor', 'prototype', 'toString', 'valueOf', 'hasOwnProperty', 'then', 'toJSON']

const reserved = new Set([...columns, ...formMembers, ...sqlWords, ...members])

/** Fields of these names say where to send a visitor, and the attack matrix treats them so. */
const destination = /next|redirect|callback|return|target|url$/i

/**
 * One field, from `name:type`; a list of two or more values makes it a choice, as in `status:draft,sent,paid`.
 * @throws Refusal with one sentence that says what is wrong
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
    `"${type}" is not a type of field. Use ${fieldTypes.join(', ')}, or values with commas between them.`,
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
  if (new Set(values).size < values.length) throw new Refusal(`${given} has a value twice.`)
  if (values.length > MOST_VALUES) throw new Refusal(`${given} has more than ${MOST_VALUES} values.`)
  return values
}

/**
 * All fields of a domain, in their order, and the first text, which names a row in lists and links.
 * @param taken names that this domain needs for itself
 * @throws Refusal when there is no text, a name twice, or too many
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
  if (twice) throw new Refusal(`The field "${twice.name.camel}" is there twice.`)
  const title = fields.find(({ type }) => type === 'text')
  if (title) return { fields, title }
  throw new Refusal('Add a text field, for example --field name:text. It names a row in lists and links.')
}
