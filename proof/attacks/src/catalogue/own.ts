import type { Attack, Catalogue } from '../engine/attack'
import { signedIn } from '../engine/caller'
import { callsTo } from '../engine/calls'

/** Someone else names a person's row, outside organizations. The answer is that of a row that doesn't exist. */
export const own: Catalogue = (row) => {
  if (row.kind !== 'authenticated' || !row.fields.some(({ kind }) => kind === 'uuid')) return []
  const attack: Attack = {
    group: 'role',
    name: "with the ID of another person's row",
    shots: (arena) => {
      const caller = signedIn(arena, row.as === 'owner@globex.test' ? 'owner@acme.test' : 'owner@globex.test')
      const calls = callsTo(arena, row, caller)
      const shot = { caller, must: 'hold' } as const
      return [
        {
          label: 'by script',
          request: calls.likeTheApp(row.input(arena)),
          refusal: { codes: ['NOT_FOUND'] },
          ...shot,
        },
        {
          label: 'without JavaScript',
          request: calls.boundForm(row.input(arena)),
          refusal: { pages: [200] },
          ...shot,
        },
      ]
    },
  }
  return [attack]
}
