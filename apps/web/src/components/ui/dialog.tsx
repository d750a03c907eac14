'use client'

import { useEffect, useId, useRef, type ReactNode } from 'react'

import { Icon } from '@/components/icon/icon'
import { cn } from '@/lib/cn'

import { Button } from './button'

interface DialogProps {
  open: boolean
  /** Called when the user closes it: with Escape, a click outside it, or the close button. */
  onClose: () => void
  title: string
  description?: string
  /** `alertdialog` needs an answer, so a click outside it doesn't close it. */
  role?: 'dialog' | 'alertdialog'
  children: ReactNode
  className?: string
}

/** The browser's own modal dialog: it traps focus, returns it and makes the page behind it inert. */
export function Dialog({
  open,
  onClose,
  title,
  description,
  role = 'dialog',
  children,
  className,
}: DialogProps) {
  const ref = useRef<HTMLDialogElement>(null)
  const id = useId()

  useEffect(() => {
    const dialog = ref.current
    if (open && dialog && !dialog.open) dialog.showModal()
    if (!open) dialog?.close()
  }, [open])

  return (
    // eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions
    <dialog
      ref={ref}
      role={role}
      aria-labelledby={`${id}-title`}
      aria-describedby={description ? `${id}-description` : undefined}
      onClose={onClose}
      onClick={(event) => {
        // The content fills the dialog, so a click on the element itself is on the backdrop.
        if (role === 'dialog' && event.target === event.currentTarget) onClose()
      }}
      className={cn('dialog', className)}
    >
      {open ? (
        <div className="p-5">
          <div className="flex items-start justify-between gap-4">
            <h2 id={`${id}-title`} className="text-base font-semibold">
              {title}
            </h2>
            {role === 'dialog' ? (
              <Button
                variant="ghost"
                size="icon-sm"
                aria-label="Close"
                className="-my-1.5 -mr-2"
                onClick={onClose}
              >
                <Icon name="x" />
              </Button>
            ) : null}
          </div>
          {description ? (
            <p id={`${id}-description`} className="mt-1 text-muted-foreground">
              {description}
            </p>
          ) : null}
          <div className="mt-4">{children}</div>
        </div>
      ) : null}
    </dialog>
  )
}
