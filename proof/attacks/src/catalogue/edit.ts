import {
  DECISION_FIELD,
  mergeVersions,
  readVersion,
  VERSION_FIELD,
} from '@kit/action-middleware/input/version'

import type { Attack, Catalogue, Shot } from '../engine/attack'
import { allowedCaller } from '../engine/caller'
import { callsTo } from '../engine/calls'
import type { Arena } from '../engine/arena'
import type { ForeignCase, Input, NamedRow } from '../engine/row'

/** The digest of a value that nobody saw. */
const ELSE = '0'

/** Edits of something that has changed since the caller saw it. */
export const edit: Catalogue = (row) => {
  const { edits } = row
  if (edits === undefined) return []
  const attack = (name: string, shots: Attack['shots']): Attack => ({ group: 'state', name, shots })
  return [
    attack('a version of other values', (arena) => {
      const input = row.input(arena)
      return [
        shot(arena, row, 'another value', stale(input, edits)),
        shot(arena, row, 'no value', { ...input, [VERSION_FIELD]: without(input, edits) }),
        shot(arena, row, 'another field', { ...input, [VERSION_FIELD]: `toString.${ELSE}` }),
        ...(row.fields.some(({ path }) => path === DECISION_FIELD)
          ? [
              shot(arena, row, 'a decision on another value', {
                ...input,
                [DECISION_FIELD]: `${edits}.${ELSE}`,
              }),
            ]
          : []),
      ]
    }),
    // The same answer as with the right version, or it would reveal the values of other people's rows.
    ...hidden(row).map(({ label, input, refusal }) =>
      attack(`a version of other values for ${label}`, (arena) => [
        { ...shot(arena, row, label, stale(input(arena), edits)), refusal: { codes: [refusal] } },
      ]),
    ),
  ]
}

/** Calls on rows that the caller may not know of. */
function hidden(row: NamedRow): readonly ForeignCase[] {
  return row.kind === 'organization' ? row.foreignIds.filter(({ refusal }) => refusal === 'NOT_FOUND') : []
}

function shot(arena: Arena, row: NamedRow, label: string, input: Input): Shot {
  const caller = allowedCaller(arena, row)
  const request = callsTo(arena, row, caller).likeTheApp(input)
  return { label, caller, input, request, must: 'hold', refusal: { codes: ['EDIT_CONFLICT'] } }
}

const stale = (input: Input, field: string): Input => ({
  ...input,
  [VERSION_FIELD]: mergeVersions(String(input[VERSION_FIELD]), `${field}.${ELSE}`),
})

function without(input: Input, field: string): string {
  const entries = [...readVersion(String(input[VERSION_FIELD]))].filter(([name]) => name !== field)
  return entries.map(([name, digest]) => `${name}.${digest}`).join(',') || `x.${ELSE}`
}
