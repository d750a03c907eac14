import { json } from '../../challenge/challenge'
import { feature, unguarded, type Lesson } from '../lesson'

export const noValidation: Lesson = {
  slug: 'no-validation',
  title: 'No input validation',
  kind: 'vulnerability',
  summary: 'An action receives whatever was sent.',
  mistake:
    'The action stores the text it receives: any text, of any length. A form’s limits apply in the browser only, and callers can skip the form.',
  attack:
    'Send a text that the form wouldn’t send: a URL that runs a script, or one that is too long. Unguarded stores an image URL of 100,000 characters, and every page that shows the image has to send them.',
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
    goal: 'The form accepts only https URLs. Store javascript:alert(1) as your image URL.',
    callers: ['nomad@gatehouse.test', 'editor@acme.test'],
    targets: ['no-validation/updateImageAction'],
    start: json({ image: 'https://example.com/me.png' }),
    hints: [
      'The form checks the URL in the browser. Your request doesn’t come from the form.',
      'The action stores the text that it gets.',
      'Set "image" to "javascript:alert(1)", and send.',
    ],
    solved: ({ changes }) =>
      changes.some(({ table, after }) => table === 'user' && /^javascript:/i.test(after?.image ?? '')),
  },
  find: {
    right: [
      [
        "form.get('image') as string",
        '“as string” only tells the compiler what to expect. At runtime it can be any text, of any length.',
      ],
    ],
    gap: {
      from: "form.get('image')",
      to: '.update(user)',
      why: 'It stores whatever was sent.',
      what: 'A check of the text',
    },
    others: [],
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
        label: 'a URL of 2,000 characters',
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
    reasons: {
      A: 'A string can be anything, of any length.',
      B: 'The schema says which URLs are allowed, and how long they may be.',
      C: 'z.url() accepts URLs of every kind, and some run a script.',
      D: 'Nothing limits the length.',
    },
  },
}
