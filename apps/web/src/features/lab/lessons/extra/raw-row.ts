import { json } from '../../challenge/challenge'
import type { Extra } from './extra'

export const rawRow: Extra = {
  slug: 'raw-row',
  title: 'Find a person',
  summary: 'The page shows a name. What does the server send?',
  explanation:
    'The action returns whole rows of two tables, and the page shows one column of them. The response doesn’t depend on what the page shows: anyone can read it, including the password hash. Select the columns that the page needs, and return those.',
  mistakeCode: {
    file: 'apps/unguarded/src/app/raw-row/actions.ts',
    names: ['findPersonAction'],
  },
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
