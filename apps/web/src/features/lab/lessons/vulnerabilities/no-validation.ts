import { json } from '../../challenge/challenge'
import { lengthOf } from '../../challenge/evidence'
import { feature, unguarded, type Lesson } from '../lesson'

export const noValidation: Lesson = {
  slug: 'no-validation',
  title: 'No input validation',
  kind: 'vulnerability',
  summary: 'An action receives whatever was sent, of any length.',
  mistake:
    'The action stores the text it receives. A form’s limits apply in the browser only, and callers can skip the form.',
  attack:
    'Send text that is too long. Unguarded stores an image URL of 100,000 characters, and every page that shows the image has to send them.',
  fix: 'The schema limits each field. The form takes its limits from the same schema, and the action checks again because callers can skip the form.',
  ...unguarded('no-validation', 'updateImageAction'),
  fixCode: [
    feature('account', 'schema', 'updateNameSchema'),
    feature('account', 'actions', 'updateNameAction'),
  ],
  endpoint: 'updateNameAction',
  fires: 'size.one-over-the-bound.1',
  rule: 'has-input-schema',
  challenge: {
    goal: 'Store an image URL with more than 500 characters.',
    callers: ['nomad@gatehouse.test', 'editor@acme.test'],
    targets: ['no-validation/updateImageAction'],
    start: json({ image: 'https://example.com/me.png' }),
    hints: [
      'The form field stops at a length. Your request doesn’t go through the form.',
      'The value only has to start like a URL. Add as many characters as you like.',
      'Set "image" to "https://example.com/" followed by 500 letters. Hold down a key, or copy and paste.',
    ],
    solved: ({ changes }) =>
      changes.some(({ table, after }) => table === 'user' && lengthOf(after?.image) > 500),
  },
  find: {
    right: [
      [
        "form.get('image') as string",
        '“as string” is a promise to the compiler. At runtime the value can have any length and content, and the next line stores it.',
      ],
    ],
    others: [
      ['.update(user)', 'It stores what it gets. By now nothing can tell a good value from a bad one.'],
    ],
  },
  fixes: {
    shows: ['chain'],
    uses: [
      ['clients', 'userClient'],
      ['work', 'updateUser'],
    ],
    rightful: { as: 'nomad@gatehouse.test', args: { image: 'https://example.com/me.png' } },
    attacks: [
      {
        label: 'a text of 2,000 characters',
        calls: [{ as: 'nomad@gatehouse.test', args: { image: `https://example.com/${'a'.repeat(2000)}` } }],
      },
      {
        label: 'a URL that runs a script',
        calls: [{ as: 'nomad@gatehouse.test', args: { image: 'javascript:alert(1)' } }],
      },
      {
        label: 'a text that isn’t a URL',
        calls: [{ as: 'nomad@gatehouse.test', args: { image: 'me' } }],
      },
    ],
  },
}
