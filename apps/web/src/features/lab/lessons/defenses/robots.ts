import { json } from '../../challenge/challenge'
import type { FixCall, FixEvidence } from '../../fixes/fixes'
import { solutionIn } from '../../fixes/solution-in'
import { feature, gate, unguarded, type Lesson } from '../lesson'

const messages = ['1', '2', '3', '4', '5']
const sender = { email: 'you@example.com' }

const withSolution = (message: string): FixCall => ({
  as: 'signed-out',
  args: async (page) => ({ ...sender, message, captcha: await solutionIn(page) }),
})

const sentFive = ({ changes }: Pick<FixEvidence, 'changes'>) =>
  changes.filter(({ table, before }) => table === 'mail' && before === null).length >= messages.length

export const robots: Lesson = {
  slug: 'robots',
  title: 'Bots',
  kind: 'defense',
  summary: 'A script can send a form thousands of times.',
  mistake:
    'Sign-up, password reset, and contact forms are open to everyone, and each sends email. No session stops a bot: a script that sends the form again and again.',
  attack:
    'Send the contact form without a captcha solution, proof that a browser did some work for this form. Unguarded sends five emails for one script. The suite also tries solutions that are forged, already used, or made for another form.',
  fix: 'The browser solves a proof-of-work challenge that is quick for one person but expensive at scale. A solution is bound to its action, expires, and works only once, even if sent twice at the same time.',
  ...unguarded('no-captcha', 'sendMessageAction'),
  fixCode: [
    feature('contact', 'actions', 'sendContactMessageAction'),
    gate('middleware/with-captcha', 'withCaptcha'),
  ],
  endpoint: 'sendContactMessageAction',
  fires: 'captcha.no-solution.1',
  rule: 'is-limited',
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
    solved: sentFive,
  },
  find: {
    right: [],
    gap: {
      from: 'export async function',
      to: 'await database()',
      why: 'Every call sends an email, for anyone.',
      what: 'A captcha or a limit',
    },
    others: [['return {', 'It tells the caller that the email is on its way.']],
  },
  fixes: {
    shows: ['chain'],
    shared: ['schema'],
    uses: [
      ['clients', 'openClient'],
      ['bots', 'withEmptyTrap', 'withSolution', 'withUnusedSolution'],
      ['limits', 'limited', 'withLimitByHeader'],
    ],
    rightful: withSolution('Hello'),
    attacks: [
      {
        label: 'a script that sends five messages',
        calls: messages.map((message) => ({ as: 'signed-out', args: { ...sender, message } })),
        breached: sentFive,
      },
      {
        label: 'a script that claims to have a new IP each time',
        calls: messages.map((message, number) => ({
          as: 'signed-out',
          args: { ...sender, message },
          headers: { 'X-Forwarded-For': `203.0.113.${number}` },
        })),
        breached: sentFive,
      },
      {
        label: 'a script that sends one captcha solution five times',
        calls: messages.map(withSolution),
        breached: sentFive,
      },
    ],
    reasons: {
      A: 'A script that knows the form leaves the hidden field empty.',
      B: 'The script writes another IP into the header for each message.',
      C: 'One solution works for any number of messages.',
      D: 'Each message needs a solution of its own.',
    },
  },
}
