import { json } from '../../challenge/challenge'
import { feature, gate, type Lesson } from '../lesson'

export const robots: Lesson = {
  slug: 'robots',
  title: 'Bots',
  kind: 'defense',
  summary: 'A form that sends email can be used to send a lot of it.',
  mistake:
    'Sign-up, password reset, and contact forms are open to everyone, and each sends email. No session stops a script.',
  attack:
    'Send the contact form without a captcha solution, or with one that is forged, already used, or made for another form.',
  fix: 'The browser solves a proof-of-work challenge that is quick for one person but expensive at scale. A solution is bound to its action, expires, and works only once, even if sent twice at the same time.',
  mistakeCode: { file: 'apps/unguarded/src/app/no-captcha/actions.ts', names: ['sendMessageAction'] },
  fixCode: [
    feature('contact', 'actions', 'sendContactMessageAction'),
    gate('middleware/with-captcha', 'withCaptcha'),
  ],
  endpoint: 'sendContactMessageAction',
  fires: 'captcha.no-solution.1',
  challenge: {
    goal: 'Send at least five emails with one script.',
    callers: ['signed-out'],
    targets: ['no-captcha/sendMessageAction'],
    start: json({ email: 'you@example.com', message: 'Hello' }),
    hints: [
      'Nothing in the request shows that a person filled in the form.',
      'A list as a value sends one request for each of its entries.',
      'Set "message" to ["1", "2", "3", "4", "5"].',
    ],
    solved: ({ changes }) =>
      changes.filter(({ table, before }) => table === 'mail' && before === null).length >= 5,
  },
  find: {
    line: 'export async function',
    why: 'Each call sends an email, and nothing guards it: no captcha, no limit. Anyone can call it a million times.',
    others: [
      ['const sealed', 'It writes what was sent into the email.'],
      ['.insert(mail)', 'It queues the email. That’s its purpose.'],
      ['.values(', 'It fills in the row.'],
    ],
  },
}
