import { solutionFor } from '../state/solutions'
import { send } from '../http/raw-http'
import type { Attack, Catalogue, Shot } from '../engine/attack'
import { allowedCaller } from '../engine/caller'
import { callsTo, withoutValue } from '../engine/calls'
import type { Arena } from '../engine/arena'

/** A bot that doesn't solve the captcha, or reuses a solution. */
export const captcha: Catalogue = (row) => {
  const { captcha: action } = row
  if (!action) return []
  const attack = (name: string, shots: (arena: Arena) => Shot[]): Attack => ({
    group: 'captcha',
    name,
    shots,
  })
  const shot = (arena: Arena, label: string, value: string, more: Partial<Shot> = {}): Shot => {
    const caller = allowedCaller(arena, row)
    const request = callsTo(arena, row, caller).likeTheApp({ ...row.input(arena), captcha: value })
    return { label, caller, request, must: 'hold', refusal: { codes: ['CAPTCHA_FAILED'] }, ...more }
  }
  const same = solutionFor(action, 'same')

  return [
    attack('no solution', (arena) => {
      const caller = allowedCaller(arena, row)
      const request = callsTo(arena, row, caller).likeTheApp(withoutValue(row.input(arena), 'captcha'))
      const none = { refusal: { codes: ['CAPTCHA_REQUIRED'] } } as const
      return [{ label: 'left out', caller, request, must: 'hold', ...none }, shot(arena, 'empty', '', none)]
    }),
    attack('no solution at all', (arena) =>
      [
        'garbage',
        'e30=',
        btoa('null'),
        btoa('{"challenge":{},"solution":{}}'),
        'wait',
        'wait.',
        'wait.a.b.c',
      ].map((value) => shot(arena, value, value)),
    ),
    attack('an unsigned waiting token', (arena) => [
      shot(arena, 'forged', `wait.${'A'.repeat(22)}.${Date.now() - 60_000}.${'A'.repeat(43)}`),
    ]),
    attack("another action's solution", (arena) => [shot(arena, 'other', solutionFor('tests.other'))]),
    attack('a changed solution', (arena) =>
      (['wrong key', 'forged signature', 'later expiry', 'fewer rounds'] as const).map((variant) =>
        shot(arena, variant, solutionFor(action, variant)),
      ),
    ),
    attack('a spent solution', (arena) => [
      shot(arena, 'again', same, {
        // Spent by a call that fails afterward, so it changes nothing else.
        arrange: () => send(callsTo(arena, row, allowedCaller(arena, row)).likeTheApp({ captcha: same })),
      }),
    ]),
    attack('one solution in ten parallel calls', (arena) => {
      // A low limit by IP may stop some of the calls.
      const refusal = { codes: ['CAPTCHA_FAILED', 'RATE_LIMITED'] } as const
      const first = shot(arena, 'the same', same, { must: 'succeed', refusal })
      return [{ ...first, alongside: Array.from({ length: 9 }, () => first.request) }]
    }),
  ]
}
