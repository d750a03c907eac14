import { json } from '../../challenge/challenge'
import { feature, type Lesson } from '../lesson'

export const capturedSecret: Lesson = {
  slug: 'captured-secret',
  title: 'Values in a closure',
  kind: 'vulnerability',
  summary: 'Variables that an inline action captures are sent to every visitor.',
  mistake:
    'A closure is a function that uses variables around it. This action is defined inside a page and uses the page’s API key and user ID. To have them when the form is sent, Next writes them into the page, encrypted with one key for the whole build.',
  attack:
    'Read the page’s source. Anyone who gets the key, which the build output contains, can read the secret. Even without it, one user’s values work in another user’s session, because nothing ties them to the person who got them, and copies of a page end up in caches, logs and bug reports. In Gatehouse there are no such values; the attack makes some up and sends them instead of the input.',
  fix: 'Actions live in their own files and capture nothing. They read the session and secrets on the server. A lint rule forbids inline actions.',
  mistakeCode: { file: 'apps/unguarded/src/app/captured-secret/page.tsx', names: ['Page'] },
  control: 'captured-secret',
  fixCode: [
    { file: 'apps/unguarded/src/app/captured-secret/fixed/actions.ts', names: ['updateNameAction'] },
    feature('account', 'actions', 'updateNameAction'),
  ],
  endpoint: 'updateNameAction',
  fires: 'arguments.server-function-with-bound-arguments-instead-of-the-input.1',
  rule: 'no-inline-server',
  challenge: {
    goal: 'As nomad@gatehouse.test, change the name of owner@acme.test. You found a copy of the page that was sent to the owner: to see it, choose the owner and send the GET request.',
    callers: ['nomad@gatehouse.test', 'owner@acme.test'],
    targets: ['captured-secret/the page', 'captured-secret/its form'],
    start: json({ name: 'Changed by nomad' }),
    hints: [
      'Get the page as nomad, and as owner@acme.test. Its form has hidden fields. Are they the same for both?',
      'The hidden fields say whose name changes. They are encrypted, but nothing ties them to the person who got them.',
      'Get the page as owner@acme.test and choose “Use these fields” in the response. Then choose nomad@gatehouse.test, and send.',
    ],
    solved: ({ caller, changes }) =>
      caller === 'nomad@gatehouse.test' && changes.some(({ after }) => after?.email === 'owner@acme.test'),
    missed: ({ caller, changes }) => {
      if (changes.length === 0) return undefined
      return caller === 'owner@acme.test'
        ? 'The owner made this change to their own name. Choose nomad@gatehouse.test and send the same fields.'
        : 'This is your own name. Get the page as the owner, and send its fields.'
    },
  },
  find: {
    right: [
      [
        '.update(user)',
        'The action uses userId, a variable of the page. So Next writes its value into the page, encrypted with the build’s key. Anyone who sends a copy changes this user’s name. The next line captures apiKey in the same way.',
      ],
      [
        'await tellOtherServer(apiKey)',
        'The action uses apiKey, a variable of the page. So Next writes its value into the page for every visitor, encrypted with the build’s key. The line before captures userId in the same way, which is what you attacked.',
      ],
    ],
    others: [
      ['export default', 'This is the page. The action is defined inside it.'],
      [
        'const apiKey',
        'Reading the secret on the server is right. It leaves the server only because the action uses the variable.',
      ],
      ['const session', 'The page reads who is visiting.'],
      ['const userId', 'The page may know who is visiting. See where the action uses it.'],
      [
        "'use server'",
        'It makes this function an endpoint. The variables it uses from outside are sent along.',
      ],
      [
        'action={async',
        'The action is defined inside the page, so it can use the page’s variables. Find the line that uses one it shouldn’t.',
      ],
      [
        'return (',
        'From here on it’s the page that visitors see. The value leaves the server because of a line in the action.',
      ],
      ['<', 'This is part of the page that visitors see, and it’s the same for everyone.'],
      ['name that others see', 'This is text for visitors, and it’s the same for everyone.'],
      ['>', 'This only ends the tag that started above.'],
      ["form.get('name')", 'A value from the form, which the visitor may choose.'],
    ],
  },
  fixes: {
    shows: ['Version'],
    file: 'page.tsx',
    shared: ['renameWith', 'renameCaller'],
    rightful: { as: 'nomad@gatehouse.test', form: { name: 'Fixed?' } },
    attacks: [
      {
        label: 'reading the API key in the page, with the build’s key',
        calls: [],
        breached: ({ page, decrypted }) => [page, ...decrypted].some((text) => text.includes('live-key-')),
      },
      {
        label: 'sending the owner’s hidden fields in your own session',
        visitor: 'owner@acme.test',
        calls: [{ as: 'nomad@gatehouse.test', form: { name: 'Fixed?' } }],
        breached: ({ changes }) => changes.some(({ after }) => after?.email === 'owner@acme.test'),
      },
    ],
    reasons: {
      A: '.bind writes the values into the page, and not even encrypted.',
      B: 'The user comes from the session, but the page still contains the key.',
      C: 'The action captures nothing. It reads the session and the key on the server.',
      D: 'The key stays on the server, but userId still comes from the page.',
    },
  },
}
