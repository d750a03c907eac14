'use client'

import { type ReactNode, useEffect, useRef } from 'react'

import { useSelection } from './selection-context'

interface KeepFocusProps {
  label: string
  className?: string
  children: ReactNode
}

/**
 * Takes the focus when the focused element disappears (a deleted row, the bulk bar), so keyboard users keep their place.
 */
export function KeepFocus({ label, className, children }: KeepFocusProps) {
  // Clearing the selection removes the bulk bar, which may have the focus.
  useSelection()
  const region = useRef<HTMLElement>(null)
  const focused = useRef<Element>(null)

  useEffect(() => {
    const lost = focused.current && !focused.current.isConnected && document.activeElement === document.body
    if (lost) region.current?.focus()
  })

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- it only watches where the focus is
    <section
      ref={region}
      aria-label={label}
      tabIndex={-1}
      onFocus={(event) => {
        focused.current = event.target
      }}
      onBlur={(event) => {
        // A removed element has no `relatedTarget`.
        if (event.relatedTarget) focused.current = null
      }}
      className={className}
    >
      {children}
    </section>
  )
}
