'use client'

import { createContext, type ReactNode, type RefObject, use, useMemo, useRef, useState } from 'react'

import type { Patchable } from '../edits'

export interface Selectable extends Patchable {
  title: string
  canUpdate: boolean
  canDelete: boolean
}

interface Selection {
  selectable: Selectable[]
  selected: Selectable[]
  select: (ids: string[], on: boolean) => void
  clear: () => void
  bar: RefObject<HTMLElement | null>
  /** Moves the focus from a checkbox to the actions on the selected tasks. */
  enterBar: (from: HTMLElement) => void
  /** Moves it back. */
  leaveBar: () => void
}

const SelectionContext = createContext<Selection | undefined>(undefined)

const nothing: ReadonlySet<string> = new Set<string>()

/** The selected tasks. Tasks that leave the page are deselected. */
export function SelectionProvider({
  selectable,
  children,
}: {
  selectable: Selectable[]
  children: ReactNode
}) {
  const [ticked, setTicked] = useState(nothing)
  const bar = useRef<HTMLElement>(null)
  const origin = useRef<HTMLElement>(null)
  const selection = useMemo<Selection>(
    () => ({
      selectable,
      selected: selectable.filter(({ id }) => ticked.has(id)),
      clear: () => setTicked(nothing),
      bar,
      enterBar: (from) => {
        origin.current = from
        const controls = bar.current?.querySelectorAll<HTMLElement>('button, select, input')
        ;[...(controls ?? [])].find((control) => control.checkVisibility())?.focus()
      },
      leaveBar: () => origin.current?.focus(),
      select: (ids, on) =>
        setTicked((before) => {
          const after = new Set(before)
          for (const id of ids) {
            if (on) after.add(id)
            else after.delete(id)
          }
          return after
        }),
    }),
    [selectable, ticked],
  )
  return <SelectionContext value={selection}>{children}</SelectionContext>
}

export function useSelection(): Selection {
  const selection = use(SelectionContext)
  if (!selection) throw new Error('useSelection is used outside of SelectionProvider')
  return selection
}
