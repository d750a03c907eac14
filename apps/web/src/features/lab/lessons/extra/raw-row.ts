import { json } from '../../challenge/challenge'
import type { Extra } from './extra'

export const rawRow: Extra = {
  slug: 'raw-row',
  title: 'Find a person',
  summary: 'The page shows a name. What does the server send?',
  explanation:
    'The action returns whole rows of two tables, and the page shows one column of them. What is sent has nothing to do with what is shown: anyone can read the response, with the hash of the password in it. Select the columns that the page needs, and return those.',
  rule: 'no-raw-row',
  challenge: {
    goal: 'Get the password hash of owner@acme.test.',
    callers: ['nomad@gatehouse.test'],
    targets: ['raw-row/findPersonAction'],
    start: json({ email: 'nomad@gatehouse.test' }),
    hints: [
      'Send the request as it is, and read the whole response.',
      'A hash of Argon2 starts with "$argon2id$". Whose is the one you see?',
      'Set "email" to "owner@acme.test".',
    ],
    solved: ({ replies }) =>
      replies.some(({ body }) => body.includes('owner@acme.test') && body.includes('$argon2id$')),
  },
}
