'use client'

import { useId, type ComponentProps, type MouseEvent, type ReactNode } from 'react'

import { cn } from '@/lib/cn'

interface DropdownMenuProps {
  trigger: ReactNode
  /** The subject of the trigger, which screen readers read before its text. */
  label?: string
  triggerClassName?: string
  /** The edge of the trigger that the menu opens on. */
  align?: 'start' | 'end'
  side?: 'top' | 'bottom'
  className?: string
  children: ReactNode
}

const places = {
  'bottom-start': 'anchored-bottom-start',
  'bottom-end': 'anchored-bottom-end',
  'top-start': 'anchored-top-start',
  'top-end': 'anchored-top-end',
}

/** Closes after a choice; without JavaScript, the next page does. */
function closeAfterChoice(event: MouseEvent<HTMLDivElement>) {
  const chosen = event.target instanceof Element && event.target.closest('a, button')
  if (chosen) event.currentTarget.hidePopover()
}

/**
 * Links and buttons, each a `menu-item`, behind a button. It is the browser's popover: opens without JavaScript, closes
 * on Escape or a click elsewhere, and returns focus.
 */
export function DropdownMenu({
  trigger,
  label,
  triggerClassName,
  align = 'start',
  side = 'bottom',
  className,
  children,
}: DropdownMenuProps) {
  const id = useId()
  return (
    <>
      <button type="button" popoverTarget={id} className={triggerClassName}>
        {label ? <span className="sr-only">{label} </span> : null}
        {trigger}
      </button>
      {/* eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions */}
      <div
        id={id}
        popover="auto"
        onClick={closeAfterChoice}
        className={cn('menu', places[`${side}-${align}`], className)}
      >
        {children}
      </div>
    </>
  )
}

export function DropdownButton({ className, type = 'button', ...props }: ComponentProps<'button'>) {
  return <button type={type} className={cn('menu-item', className)} {...props} />
}

export function DropdownLabel({ className, ...props }: ComponentProps<'p'>) {
  return <p className={cn('menu-label', className)} {...props} />
}

export function DropdownSeparator() {
  return <hr className="menu-separator" />
}
