import { expect, it } from 'vitest'

import { mailboxOf } from './mailbox-of'

it.each([
  ['ada@example.test', 'ada@example.test'],
  ['ada+1@example.test', 'ada@example.test'],
  ['a.d.a+one+two@example.test', 'ada@example.test'],
  ['+tag@example.test', '@example.test'],
  ['ada@mail.example.test', 'ada@mail.example.test'],
  ['ada', 'ada'],
  ['', ''],
  [undefined, undefined],
])('%j counts as %j', (email, mailbox) => {
  expect(mailboxOf(email)).toBe(mailbox)
})
