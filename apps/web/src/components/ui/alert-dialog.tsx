'use client'

import type { ReactNode } from 'react'

import { Alert } from './alert'
import { Button } from './button'
import { Dialog } from './dialog'

interface AlertDialogProps {
  open: boolean
  onClose: () => void
  title: string
  description: string
  /** The label of the confirm button, such as "Delete role". */
  confirm: string
  onConfirm: () => void
  pending?: boolean
  /** Why the action failed. */
  refusal?: string | undefined
  /** What else it says about the action. */
  children?: ReactNode
}

/** Asks for confirmation before something that can't be undone. Focus starts on Cancel. */
export function AlertDialog({
  open,
  onClose,
  title,
  description,
  confirm,
  onConfirm,
  pending = false,
  refusal,
  children,
}: AlertDialogProps) {
  return (
    <Dialog role="alertdialog" open={open} onClose={onClose} title={title} description={description}>
      {children}
      {refusal ? (
        <Alert role="alert" variant="destructive">
          {refusal}
        </Alert>
      ) : null}
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
