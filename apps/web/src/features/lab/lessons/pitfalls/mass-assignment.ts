import { json } from '../../challenge/challenge'
import { feature, unguarded, type Lesson } from '../lesson'

export const massAssignment: Lesson = {
  slug: 'mass-assignment',
  title: 'Trusting TypeScript types',
  kind: 'pitfall',
  summary: 'Types don’t exist at runtime.',
  mistake:
    'The type says that the input has one field, a name, so the action writes the input to the row. But types are removed when the app is built, and nothing checks what arrives.',
  attack: 'Send another field. In Unguarded, role=super-admin makes the caller a super-admin.',
  fix: 'The schema checks at runtime. It’s strict: an unknown field is an error, and the action receives only the name.',
  ...unguarded('mass-assignment', 'updateProfileAction'),
  fixCode: [
    feature('account', 'schema', 'updateNameSchema'),
    feature('account', 'actions', 'updateNameAction'),
  ],
  endpoint: 'updateNameAction',
  fires: 'shape.extra-fields.1',
  rule: 'has-input-schema',
  challenge: {
    goal: 'Make yourself a super-admin.',
    callers: ['nomad@gatehouse.test'],
    targets: ['mass-assignment/updateProfileAction'],
    start: json({ name: 'Nomad' }),
    known: [{ label: 'Columns of the user table', value: 'email, name, image, role' }],
    hints: [
      'The TypeScript type has one field. Your request isn’t TypeScript.',
      'Every field that you send becomes a column. Which column would you like to change?',
      'Add "role": "super-admin".',
    ],
    solved: ({ changes }) => changes.some(({ after }) => after?.role === 'super-admin'),
  },
  find: {
    right: [
      [
        'as { name: string }',
        'The type claims that there is one field. At runtime the object has every field that was sent.',
      ],
    ],
    gap: {
      from: 'Object.fromEntries(form)',
      to: '.set(profile)',
      why: 'It stores every field that was sent.',
      what: 'A check of the fields',
    },
    others: [],
  },
  fixes: {
    shows: ['chain'],
    uses: [
      ['clients', 'userClient'],
      ['work', 'updateUser'],
    ],
    rightful: { as: 'nomad@gatehouse.test', args: { name: 'Nora' } },
    attacks: [
      {
        label: 'make yourself a super-admin',
        calls: [{ as: 'nomad@gatehouse.test', args: { name: 'Nora', role: 'super-admin' } }],
        breached: ({ changes }) => changes.some(({ after }) => after?.role === 'super-admin'),
      },
      {
        label: 'replace your image',
        calls: [{ as: 'nomad@gatehouse.test', args: { name: 'Nora', image: 'https://example.com/x' } }],
        breached: ({ changes }) => changes.some(({ after }) => after?.image != null),
      },
    ],
    reasons: {
      A: 'A loose schema passes on fields that it doesn’t know.',
      B: 'z.custom with a type but no function checks nothing at runtime.',
      C: 'The schema lets the caller choose their own role.',
      D: 'A strict schema refuses every field that it doesn’t name.',
    },
  },
}
