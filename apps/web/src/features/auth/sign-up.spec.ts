import { policies } from '@kit/rate-limit/policies'

import { mailDirectory } from '@kit/attacks/app/environment'
import { mailedToken } from '@kit/attacks/state/mailbox'
import { send } from '@kit/attacks/http/raw-http'
import { MAIL, newcomer, type Arena } from '@kit/attacks/engine/arena'
import { attackTest } from '@kit/attacks/engine/attack-test'
import { anonymous } from '@kit/attacks/engine/caller'
import { callsTo } from '@kit/attacks/engine/calls'
import { publicRow, publicShot } from './attack-cases'
import { eventually } from '@kit/attacks/engine/set-up'
import { test } from '@kit/attacks/engine/test'
import type { Shot } from '@kit/attacks/engine/attack'

const { limit } = policies['signUp.mailbox']
const signUp = publicRow('signUpAction')
const signIn = publicRow('signInAction')

const attempt = (name: string, shots: (arena: Arena) => Shot[], row = signUp) =>
  attackTest(row, { group: 'public', name, shots })

test.describe(signUp.exportName, () => {
  const taken = (arena: Arena, label: string, email: string) =>
    publicShot(arena, signUp, {
      label,
      input: { ...signUp.input(arena), name: 'Somebody Else', email, password: 'somebody-elses-pass-word' },
      must: 'succeed',
      // The cookie proves nothing here: it names no account.
      changes: [{ table: MAIL, kind: 'insert', rows: 1, values: { to: email.toLowerCase() } }],
    })

  attempt('an email that has an account', (arena) => [
    taken(arena, 'verified', 'viewer@acme.test'),
    taken(arena, 'not verified', newcomer.email),
    taken(arena, 'in capitals', 'viewer@acme.test'.toUpperCase()),
  ])

  // At the limit per mailbox, so the limit isn't what decides here.
  attempt('parallel sign-ups', (arena) => {
    const input = signUp.input(arena)
    const shot = publicShot(arena, signUp, {
      label: 'the same call',
      input,
      must: 'succeed',
    })
    const [user, account, browser] = signUp.changes(arena, input)
    if (!user || !account || !browser)
      throw new Error('The expected changes of the sign-up row have changed.')
    const mails = { table: MAIL, kind: 'insert', rows: limit, values: { to: input.email } } as const
    return [
      {
        ...shot,
        changes: [user, account, browser, mails],
        alongside: Array.from({ length: limit - 1 }, () => shot.request),
      },
    ]
  })

  attempt(
    'signing in before verifying the email',
    (arena) => [
      publicShot(arena, signIn, {
        label: 'right after signing up',
        input: { email: String(signUp.input(arena).email), password: String(signUp.input(arena).password) },
        arrange: async () => {
          await send(callsTo(arena, signUp, anonymous).likeTheApp(signUp.input(arena)))
          await eventually(() =>
            mailedToken(mailDirectory(), String(signUp.input(arena).email), '/verify-email'),
          )
        },
        // The same as for someone else's email, or comparing the two would reveal it.
        refusal: { codes: ['INVALID_CREDENTIALS'] },
        changes: [{ table: MAIL, kind: 'insert', rows: 1, values: { to: signUp.input(arena).email } }],
      }),
    ],
    signIn,
  )
})
