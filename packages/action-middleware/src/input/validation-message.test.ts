import { expect, test } from 'vitest'
import { z } from 'zod'
import { validationMessage } from './validation-message'

const messagesOf = (schema: z.ZodType, input: unknown) =>
  schema.safeParse(input, { error: validationMessage }).error?.issues.map(({ message }) => message)

test.each([
  ['too long', z.string().max(3), 'four', 'Use 3 characters or fewer.'],
  ['too short', z.string().min(5), 'four', 'Use 5 characters or more.'],
  ['too many', z.array(z.string()).max(1), ['a', 'b'], 'Choose 1 or fewer.'],
  ['too few', z.array(z.string()).min(1), [], 'Choose at least 1.'],
  ['missing', z.string(), undefined, 'Fill out this field.'],
  ['not an option', z.enum(['a', 'b']), 'c', 'This value is not valid. Reload the page and try again.'],
  ['of another type', z.uuid(), 'c', 'This value is not valid. Reload the page and try again.'],
  ['unknown', z.strictObject({}), { __proto__x: 1 }, 'Unexpected field.'],
])('a value that is %s says what to do', (_, schema, input, message) => {
  expect(messagesOf(schema, input)).toEqual([message])
})

test('a length counts code points, as the database does', () => {
  expect(messagesOf(z.string().max(200), '😀'.repeat(200))).toBeUndefined()
  expect(messagesOf(z.string().max(200), '😀'.repeat(201))).toEqual(['Use 200 characters or fewer.'])
})
