import { useState } from 'react'

import { mergeVersions, VERSION_FIELD, DECISION_FIELD } from '@kit/action-middleware/input/version'

import type { FormState } from './form-state'

/**
 * The version of what the fields show, sent with them. Each reply sets it to what was sent. A new version from the page is
 * adopted only if nothing was typed: the fields then remount, by `generation`, with the values that came with it.
 * @param current the version of the page's values
 * @param kept the version of values that were typed before a sign-in
 */
export function useVersion(
  current: string | undefined,
  { reply, isEdited, kept }: { reply: FormState; isEdited: boolean; kept: string | undefined },
) {
  const [held, setHeld] = useState({ current, reply, kept, shown: refused(reply) ?? current, generation: 0 })
  let next = held
  if (kept !== held.kept) next = { ...next, kept, shown: kept ?? next.shown }
  if (reply !== held.reply) next = { ...next, reply, shown: refused(reply) ?? saved(reply) ?? next.shown }
  if (current !== held.current) {
    next = { ...next, current }
    const isFree = !isEdited && !reply.serverError && !reply.validationErrors
    if (isFree && current !== next.shown) next = { ...next, shown: current, generation: next.generation + 1 }
  }
  if (next !== held) setHeld(next)
  return next
}

/** The values of a refused form, including its decisions. */
function refused({ serverError, validationErrors }: FormState): string | undefined {
  const { [VERSION_FIELD]: version, [DECISION_FIELD]: decision } =
    validationErrors?.values ?? serverError?.values ?? {}
  return version && mergeVersions(version, decision)
}

function saved({ data }: FormState): string | undefined {
  const hasVersion = typeof data === 'object' && data !== null && VERSION_FIELD in data
  return hasVersion && typeof data[VERSION_FIELD] === 'string' ? data[VERSION_FIELD] : undefined
}
