import { FormFields, Upload } from '../http/reply-encoding'
import { allowedCaller } from '../engine/caller'
import { callsTo, formOf } from '../engine/calls'
import { refusalOf } from './fields'
import type { Arena } from '../engine/arena'
import type { Shot } from '../engine/attack'
import type { Field, NamedRow } from '../engine/row'

export function twiceShots(arena: Arena, row: NamedRow): Shot[] {
  const caller = allowedCaller(arena, row)
  const calls = callsTo(arena, row, caller)
  const { entries } = formOf(row.input(arena))
  return row.fields
    .filter((field) => entries.some(([name]) => name === formName(field)))
    .flatMap((field) => {
      const other = [formName(field), field.path === 'organization' ? 'globex' : 'x'] as const
      const asList = [field.kind === 'list' ? field.path : `${field.path}[]`, 'globex'] as const
      const shot = (label: string, form: FormFields): Shot => ({
        label,
        caller,
        request: calls.argument(form),
        must: 'hold',
        refusal: { ...refusalOf(row, field), invalid: true },
      })
      return [
        shot(`${field.path}, another one last`, new FormFields([...entries, other])),
        shot(`${field.path}, another one first`, new FormFields([other, ...entries])),
        shot(`${field.path}, and as a list`, new FormFields([...entries, asList])),
        shot(`${field.path}, and first as a list`, new FormFields([asList, ...entries])),
      ]
    })
}

export function fileShots(arena: Arena, row: NamedRow): Shot[] {
  const caller = allowedCaller(arena, row)
  const calls = callsTo(arena, row, caller)
  const { entries } = formOf(row.input(arena))
  return row.fields
    .filter(({ kind }) => kind !== 'file')
    .filter((field) => entries.some(([name]) => name === formName(field)))
    .map((field) => ({
      label: field.path,
      caller,
      request: calls.argument(
        new FormFields(
          entries.map(([name, value]) =>
            name === formName(field)
              ? [name, new Upload('acme', 'text/plain', Buffer.from(String(value)))]
              : [name, value],
          ),
        ),
      ),
      must: 'hold',
      refusal: refusalOf(row, field),
    }))
}

/** The field's name in a form, where lists have brackets. */
const formName = ({ path, kind }: Field) => (kind === 'list' ? `${path}[]` : path)

export function repeatedKeyShots(arena: Arena, row: NamedRow): Shot[] {
  const caller = allowedCaller(arena, row)
  const calls = callsTo(arena, row, caller)
  const members = JSON.stringify(row.input(arena)).slice(1, -1)
  return [
    {
      label: 'the other organization last',
      caller,
      request: calls.jsonText(`{${members},"organization":"globex"}`),
      must: 'hold',
      // To any other action, an organization is an unknown field.
      refusal: row.kind === 'organization' ? { codes: ['NOT_FOUND'] } : { invalid: true },
    },
    {
      label: 'the other organization first',
      caller,
      request: calls.jsonText(`{"organization":"globex",${members}}`),
      must: 'either',
      refusal: { codes: ['NOT_FOUND'], invalid: true },
    },
  ]
}
