import { anonymous, signedIn } from '@kit/attacks/engine/caller'
import { callsTo } from '@kit/attacks/engine/calls'
import type { Arena } from '@kit/attacks/engine/arena'
import { attackTest } from '@kit/attacks/engine/attack-test'
import type { Shot } from '@kit/attacks/engine/attack'
import type { NamedRow } from '@kit/attacks/engine/row'
import { test } from '@kit/attacks/engine/test'
import { matrix } from '@e2e/attacks/matrix'

/** A common password, a variant of one, a pattern, and a repetition. All are long enough. */
const guessable = ['password'.repeat(2), 'P@ssw0rd1234', '123456789012', 'a'.repeat(128)]

/** Each action that sets a password, and its field. */
const setters = Object.entries({
  signUpAction: 'password',
  resetPasswordAction: 'password',
  changePasswordAction: 'newPassword',
  setPasswordAction: 'newPassword',
  signUpInvitedAction: 'password',
})

const shots = (arena: Arena, row: NamedRow, field: string): Shot[] =>
  guessable.map((password) => {
    const caller = row.as ? signedIn(arena, row.as) : anonymous
    const input = { ...row.input(arena), [field]: password }
    return {
      label: password.slice(0, 20),
      must: 'hold',
      refusal: { codes: ['PASSWORD_GUESSABLE'] },
      caller,
      request: callsTo(arena, row, caller).likeTheApp(input),
      arrange: () => arena.database.resetCounters(),
    }
  })

for (const [exportName, field] of setters) {
  const row = matrix.find((candidate) => candidate.exportName === exportName)
  if (!row) throw new Error(`The matrix has no ${exportName}.`)
  test.describe(exportName, () => {
    attackTest(row, {
      group: 'values',
      name: 'a password that is easy to guess',
      shots: (arena) => shots(arena, row, field),
    })
  })
}
