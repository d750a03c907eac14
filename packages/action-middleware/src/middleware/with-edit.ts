import { createValidatedMiddleware } from 'next-safe-action'

import { ActionError } from '../errors/action-error'
import { compareEdit, readVersion, versionOf } from '../input/version'

interface EditRule<Input, Ctx, Values extends object> {
  /** The stored values that the input may replace, as plain JSON. An earlier link has locked them. */
  current: (ctx: Ctx, input: Input) => object
  /** The values in the input, by the same names. */
  wanted: (input: Input) => Values
}

/** A version of what the caller edited, and their decision on a conflict. */
interface Versioned {
  version: string
  decision?: string | undefined
}

/**
 * Keeps an edit from overwriting values that its author never saw. `ctx.edit` gets only the fields they changed, so two people
 * who change different fields both succeed. It also gets the version of what they sent, for their next edit.
 * @throws ActionError EDIT_CONFLICT with the fields that someone else changed too; nothing is saved
 */
export function withEdit<Input extends Versioned, Ctx extends object, Values extends object>({
  current,
  wanted,
}: EditRule<Input, Ctx, Values>) {
  return createValidatedMiddleware<{ ctx: Ctx; parsedInput: Input }>().define(
    async ({ ctx, parsedInput, next }) => {
      const sent = wanted(parsedInput)
      const seen = readVersion(parsedInput.version, parsedInput.decision)
      const { changed, conflicts } = compareEdit({ current: current(ctx, parsedInput), wanted: sent, seen })
      if (conflicts.length > 0) throw new ActionError('EDIT_CONFLICT', { conflicts })
      return next({ ctx: { edit: { changes: only(sent, changed), version: versionOf(sent) } } })
    },
  )
}

function only<Values extends object>(values: Values, names: readonly string[]): Partial<Values> {
  const kept: Partial<Values> = {}
  for (const name of keysOf(values)) if (names.some((each) => each === name)) kept[name] = values[name]
  return kept
}

function keysOf<Values extends object>(values: Values): (keyof Values)[] {
  const names: (keyof Values)[] = []
  for (const name in values) names.push(name)
  return names
}
