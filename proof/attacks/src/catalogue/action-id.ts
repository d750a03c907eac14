import type { Attack, Catalogue } from '../engine/attack'
import { allowedCaller } from '../engine/caller'
import { callsTo } from '../engine/calls'

/** Invalid action IDs, some close to a valid one. */
export const actionId: Catalogue = (row) => {
  const attack = (name: string, idsAround: (own: string) => string[]): Attack => ({
    group: 'id',
    name,
    spread: 'both',
    shots: (arena) => {
      const caller = allowedCaller(arena, row)
      const calls = callsTo(arena, row, caller)
      const input = row.input(arena)
      const shot = { caller, must: 'hold', refusal: { pages: [200, 400, 404, 409] } } as const
      return idsAround(arena.actionId(row.file, row.exportName)).flatMap((id, index) => [
        { label: id.slice(0, 60), request: calls.likeTheApp(input, { id }), ...shot },
        // Alternates between the two encodings without JavaScript.
        index % 2 === 0
          ? { label: `${id.slice(0, 60)}, in a form`, request: calls.plainForm(input, { id }), ...shot }
          : {
              label: `${id.slice(0, 60)}, bound to a form`,
              request: calls.boundForm(input, { id }),
              ...shot,
            },
      ])
    },
  })
  return [
    attack('unknown ids', (own) => [
      `${own.slice(0, -1)}${own.endsWith('0') ? '1' : '0'}`,
      '0'.repeat(42),
      'f'.repeat(42),
    ]),
    attack('malformed ids', (own) => [
      own.slice(0, -1),
      `${own}0`,
      `${own}#${row.exportName}`,
      `${own}#default`,
      `${own}#constructor`,
      `${own},${own}`,
      `${own};`,
      row.exportName,
      `${row.file}#${row.exportName}`,
      '__proto__',
      'constructor',
      'toString',
      'hasOwnProperty',
      'then',
      '$$typeof',
      '../../../etc/passwd',
      "' OR 1=1",
      'x'.repeat(6000),
      'null',
      '0',
      '-1',
      '*',
    ]),
  ]
}
