import { json } from '../../challenge/challenge'
import { gate, unguarded, type Lesson } from '../lesson'

export const internalErrors: Lesson = {
  slug: 'internal-errors',
  title: 'Internal errors returned',
  kind: 'pitfall',
  summary: 'Error messages are for the developers who fix them, not for callers.',
  mistake: 'The action catches database errors and returns their messages to the caller.',
  attack:
    'Send a character the database can’t store. Unguarded returns the SQL statement with its table and columns.',
  fix: 'Expected errors have a code from a fixed set. Anything else gets one generic message and a request ID. The cause is in the server log under that ID.',
  ...unguarded('internal-errors', 'updateNameAction'),
  fixCode: [gate('errors/error-reply', 'errorReply', 'refusalOf')],
  endpoint: 'updateNameAction',
  fires: 'values.a-nul.1',
  rule: 'no-error-reply',
  challenge: {
    goal: 'Make the server tell you the SQL statement that it runs.',
    callers: ['nomad@gatehouse.test'],
    targets: ['internal-errors/updateNameAction'],
    start: json({ name: 'Nomad' }),
    hints: [
      'The statement is in the error message. So make it fail.',
      'A text column of PostgreSQL can’t store every character. One that it can’t store is NUL, whose number is 0.',
      String.raw`In JSON, \u0000 is the character NUL. Set "name" to "a\u0000b".`,
    ],
    solved: ({ replies }) => replies.some(({ body }) => body.includes('Failed query')),
  },
  find: {
    right: [
      [
        'error.message',
        'The error’s own message is sent to the caller. It contains the SQL statement and its values.',
      ],
    ],
    others: [
      [
        '.set({',
        'The name can contain something the database refuses. That causes the error, but doesn’t reveal it.',
      ],
      ['catch', 'Catching an error is right. What matters is what happens to it.'],
      ['done: true', 'It tells the caller that it worked.'],
      ['.where(', 'The caller’s own row, found through the session. That’s right.'],
      ['try', 'From here on errors are caught.'],
      ['await database()', 'It opens the database to change the caller’s own row. No check is missing here.'],
      ['.update(', 'It writes to the caller’s row.'],
    ],
  },
  fixes: {
    shows: ['chain'],
    shared: ['schema'],
    uses: [['clients', 'openClient', 'userClient']],
    rightful: { as: 'nomad@gatehouse.test', args: { name: 'Nora' } },
    attacks: [
      {
        label: 'a name that the database can’t store',
        calls: [{ as: 'nomad@gatehouse.test', args: { name: 'a\0b' } }],
        breached: ({ replies }) => replies.some(({ body }) => /update \\*"user/.test(body)),
      },
    ],
    reasons: {
      A: 'The text of the error contains the SQL statement.',
      B: 'The caller gets a fixed sentence.',
      C: 'The details contain the SQL statement.',
      D: 'The stack trace begins with the error’s message, which contains the SQL statement.',
    },
  },
}
