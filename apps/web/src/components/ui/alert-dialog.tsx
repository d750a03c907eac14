'use client'

import type { ReactNode } from 'react'

import { Button } from './button'
import { Dialog } from './dialog'

interface AlertDialogProps {
  open: boolean
  onClose: () => void
  title: string
  description: string
  /** The verb on the button that goes through with it, such as "Delete role". */
  confirm: string
  onConfirm: () => void
  pending?: boolean
  /** An error to show when going through with it failed. */
  children?: ReactNode
}

/** Asks before something that cannot be undone. Focus starts on the way out. */
export function AlertDialog({
  open,
  onClose,
  title,
  description,
  confirm,
  onConfirm,
  pending = false,
  children,
}: AlertDialogProps) {
  return (
    <Dialog role="alertdialog" open={open} onClose={onClose} title={title} description={description}>
      {children}
      <div className="mt-5 flex flex-col-reverse gap-2 sm:flex-row sm:justify-end">
        {/* eslint-disable-next-line jsx-a11y/no-autofocus */}
        <Button variant="outline" autoFocus onClick={onClose}>
          Cancel
        </Button>
        <Button variant="destructive" disabled={pending} onClick={onConfirm}>
          {pending ? 'Working…' : confirm}
        </Button>
      </div>
    </Dialog>
  )
}
