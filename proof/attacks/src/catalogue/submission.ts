import { newSubmissionKey, SUBMISSION_FIELD } from '@kit/action-middleware/input/submission-field'

import { send } from '../http/raw-http'
import type { Arena } from '../engine/arena'
import type { Catalogue, Shot } from '../engine/attack'
import { allowedCaller } from '../engine/caller'
import { callsTo } from '../engine/calls'
import type { NamedRow } from '../engine/row'

/** A form that is sent again, because its reply was lost. It creates one row and gets the first answer again. */
export const submission: Catalogue = (row) => {
  if (!row.submits) return []
  return [
    {
      group: 'race',
      name: 'the same submission after success',
      shots: (arena) => {
        const key = newSubmissionKey()
        const arrange = () => send(shot(arena, row, key).request)
        return [{ ...shot(arena, row, key), changes: [], arrange }]
      },
    },
    {
      group: 'race',
      name: 'the same submission without JavaScript',
      shots: (arena) => {
        const caller = allowedCaller(arena, row)
        const input = { ...row.input(arena), [SUBMISSION_FIELD]: newSubmissionKey() }
        const request = callsTo(arena, row, caller).boundForm(input)
        const arrange = () => send(request)
        // The page that a browser shows doesn't tell a script whether it succeeded; the database does.
        const refusal = { pages: [200], redirect: () => true }
        return [{ label: 'the same key', caller, request, must: 'hold', changes: [], refusal, arrange }]
      },
    },
    {
      group: 'race',
      name: 'the same submission four times at once',
      shots: (arena) => {
        const key = newSubmissionKey()
        return [{ ...shot(arena, row, key), alongside: [1, 2, 3].map(() => shot(arena, row, key).request) }]
      },
    },
  ]
}

/** Each with its own captcha. */
function shot(arena: Arena, row: NamedRow, key: string): Shot {
  const caller = allowedCaller(arena, row)
  const request = callsTo(arena, row, caller).form({ ...row.input(arena), [SUBMISSION_FIELD]: key })
  return { label: 'the same key', caller, request, must: 'succeed', refusal: {} }
}
