import { expect, it } from 'vitest'
import { parseField, parseFields } from './fields'

it('reads fields of every kind', () => {
  const { fields, title } = parseFields([
    'number:text',
    'amount:money',
    'dueOn:date',
    'status:draft,sent,paid',
  ])
  expect(fields.map(({ name, type }) => [name.camel, name.snake, name.words, type])).toEqual([
    ['number', 'number', 'number', 'text'],
    ['amount', 'amount', 'amount', 'money'],
    ['dueOn', 'due_on', 'due on', 'date'],
    ['status', 'status', 'status', 'choice'],
  ])
  expect(fields.at(-1)).toMatchObject({ values: ['draft', 'sent', 'paid'] })
  expect(title).toBe(fields[0])
})

it.each([
  ['number', /is not a field/],
  ['Number:text', /is not a field/],
  ['due-on:date', /is not a field/],
  ['a:b:text', /is not a field/],
  ['id:text', /"id" is reserved/],
  ['version:number', /is reserved/],
  ['submission:text', /is reserved/],
  ['renderedFor:text', /is reserved/],
  ['constructor:text', /is reserved/],
  ['reset:text', /is reserved/],
  ['websiteUrl:text', /is reserved/],
  ['amount:float', /"float" is not a type of field. Use text, number, money, date, boolean/],
  ['status:draft,Sent', /"Sent" in .* is not a value/],
  ['status:draft,', /"" in .* is not a value/],
  ['status:draft,draft', /repeats a value/],
])('refuses %s', (given, message) => {
  expect(() => parseField(given)).toThrow(message)
})

it.each([
  [['a:text', 'a:date'], /"a" is repeated/],
  [['dueOn:date'], /^Add a text field/],
  [[], /^Add a text field/],
  [Array.from({ length: 21 }, (_, index) => `a${index}:text`), /up to 20 fields/],
])('refuses the fields %j', (given, message) => {
  expect(() => parseFields(given)).toThrow(message)
})
