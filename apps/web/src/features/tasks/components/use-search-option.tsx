'use client'

import { type ReactNode, useSyncExternalStore } from 'react'

import { ASSIGNEES_LISTED } from '@kit/db/members/values'

import type { Person } from './task-list-context'

/** The value of the option that opens a search instead of being chosen. */
export const SEARCH = 'search'

const never = () => () => {}

/** The option, for an organization that may have more people than are listed. Not shown without JavaScript. */
export function useSearchOption(assignees: readonly Person[]): ReactNode {
  const hydrated = useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
  if (!hydrated || assignees.length < ASSIGNEES_LISTED) return null
  return <option value={SEARCH}>Find a person…</option>
}
