import type { Attack, Catalogue, Shot } from '../engine/attack'
import { allowedCaller } from '../engine/caller'
import { callsTo, withValue } from '../engine/calls'
import type { Upload } from '../http/reply-encoding'
import { refusalOf } from './fields'

/** Files of the wrong kind, and files that are also something else. */
export const files: Catalogue = (row) => {
  const fields = row.fields.filter(({ kind }) => kind === 'file')
  if (fields.length === 0) return []
  const attack = (name: string, which: 'wrongFiles' | 'doubleFiles', must: Shot['must']): Attack => ({
    group: 'values',
    name,
    shots: (arena) => {
      const caller = allowedCaller(arena, row)
      const calls = callsTo(arena, row, caller)
      return fields.flatMap((field) =>
        Object.entries<() => Upload>(field[which] ?? {}).flatMap(([label, file]) => {
          const input = withValue(row.input(arena), field.path, file())
          const shot = { caller, input, must, refusal: refusalOf(row, field) } as const
          return [
            { ...shot, label, request: calls.likeTheApp(input) },
            { ...shot, label: `${label}, as an object`, request: calls.json(input) },
          ]
        }),
      )
    },
  })
  return [
    attack('wrong files', 'wrongFiles', 'hold'),
    attack('files that are also something else', 'doubleFiles', 'succeed'),
  ]
}
