'use client'

import { type ReactNode, useEffect, useRef } from 'react'

import { useSelection } from './selection-context'

interface KeepFocusProps {
  label: string
  className?: string
  children: ReactNode
}

/**
 * A region that keeps the focus when what had it goes away (a deleted row, a task that fits the filter no more, the
 * bulk bar): otherwise the keyboard would start again at the top of the page.
 */
export function KeepFocus({ label, className, children }: KeepFocusProps) {
  // Clearing the selection takes the bulk bar away, and with it what had the focus.
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
        // Only a step to another element leaves; a removed element has nowhere to go.
        if (event.relatedTarget) focused.current = null
      }}
      className={className}
    >
      {children}
    </section>
  )
}
