import { demoPassword } from '@kit/db/demo/demo'

import { json } from '../../challenge/challenge'
import { guesses, signedInAtAll } from '../../fixes/guesses'
import { feature, gate, unguarded, type Lesson } from '../lesson'

export const noRateLimit: Lesson = {
  slug: 'no-rate-limit',
  title: 'No rate limit',
  kind: 'vulnerability',
  summary: 'Unlimited attempts eventually succeed.',
  mistake: 'The password is checked, but with unlimited attempts.',
  attack:
    'Guess passwords and watch the counter. In Gatehouse, three guesses pass, and then a captcha is required: the password isn’t even checked. In Unguarded every guess is checked, until one is right.',
  fix: 'A rate limit counts calls in a period. Named limits count by IP, by account and by action, in the database, so all servers share one count. After three wrong passwords a captcha is required. After ten, the account stops accepting guesses for a while.',
  ...unguarded('no-rate-limit', 'signInAction'),
  fixCode: [feature('auth', 'actions', 'signInAction'), gate('middleware/with-rate-limit', 'withRateLimit')],
  endpoint: 'signInAction',
  fires: 'limit.guesses',
  rule: 'is-limited',
  challenge: {
    goal: 'Guess the password of owner@globex.test. If “password” is a list, one request is sent for each password in it.',
    callers: ['signed-out'],
    targets: ['no-rate-limit/signInAction'],
    start: json({ email: 'owner@globex.test', password: ['password', '123456'] }),
    known: [
      {
        label: 'Passwords from a leak',
        value: JSON.stringify([
          'dragon',
          'monkey',
          'hunter2',
          'letmein',
          demoPassword,
          'qwerty',
          'abc123',
          'secret',
        ]),
      },
    ],
    hints: [
      'The list after "password" can be longer.',
      'Nobody counts the requests. Try every password of the leak.',
      'Replace the list after "password" with the one from the leak.',
    ],
    solved: ({ replies }) =>
      replies.length > 1 && replies.some(({ headers }) => headers['set-cookie'] !== undefined),
    missed: ({ replies }) =>
      replies.length > 1 ? 'None of these passwords is right. Try others.' : undefined,
  },
  find: {
    right: [],
    gap: {
      from: 'export async function',
      to: '.signInEmail(',
      why: 'Every call checks a password.',
      what: 'A limit on the number of calls',
    },
    others: [],
  },
  fixes: {
    shows: ['chain'],
    shared: ['schema'],
    uses: [
      ['clients', 'openClient'],
      ['limits', 'limited', 'withLimitByEmail', 'withLimitByHeader', 'withLimitByCookie'],
    ],
    rightful: { as: 'signed-out', args: { email: 'owner@globex.test', password: demoPassword } },
    works: signedInAtAll,
    attacks: [
      {
        label: 'nine guesses by one script',
        calls: guesses(() => ({})),
        breached: signedInAtAll,
      },
      {
        label: 'nine guesses with made-up IPs',
        calls: guesses((number) => ({ 'X-Forwarded-For': `203.0.113.${number}` })),
        breached: signedInAtAll,
      },
    ],
    reasons: {
      A: 'A script doesn’t send the cookie back, so each guess counts as a new browser’s first.',
      B: 'The account stays the same in every guess, so the count grows.',
      C: 'The script writes another IP into the header for each guess.',
      D: 'The schema limits the length of a guess, not the number of guesses.',
    },
  },
}
