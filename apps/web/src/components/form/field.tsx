'use client'

import { useId, type ReactNode } from 'react'

import { Label } from '@/components/ui/label'
import { cn } from '@/lib/cn'

import { useField } from './form-context'

export interface FieldProps {
  name: string
  label: string
  hint?: ReactNode
  /** Overrides the form's error for this field. */
  error?: string
  /** A link or note at the end of the label's line. */
  aside?: ReactNode
  className?: string
}

export interface ControlProps {
  id: string
  name: string
  required: boolean | undefined
  'aria-invalid': true | undefined
  'aria-describedby': string | undefined
}

interface Bounds {
  required?: boolean
  minLength?: number
  pattern?: string
  type?: 'email'
}

interface Props extends FieldProps {
  required?: boolean
  /** Renders the control. `echoed` is the value the server refused. */
  children: (control: ControlProps, bounds: Bounds, echoed: string | undefined) => ReactNode
}

/** Connects label, control, hint and error for screen readers. Marks optional fields. */
export function Field({ name, label, hint, error, aside, className, required, children }: Props) {
  const id = useId()
  const { bounds, errors, echoed } = useField(name)
  const message = error ?? errors[0]
  const needed = required ?? bounds.required
  const describedBy = [hint ? `${id}-hint` : '', message ? `${id}-error` : ''].filter(Boolean).join(' ')
  return (
    <div className={cn('space-y-1.5', className)}>
      <div className="flex items-baseline justify-between gap-3">
        <Label htmlFor={id}>
          {label}
          {needed ? null : <span className="ml-1.5 text-xs font-normal text-muted-foreground">optional</span>}
        </Label>
        {aside}
      </div>
      {children(
        {
          id,
          name,
          required: needed,
          'aria-invalid': message ? true : undefined,
          'aria-describedby': describedBy || undefined,
        },
        bounds,
        echoed,
      )}
      {hint ? (
        <p id={`${id}-hint`} className="text-xs text-muted-foreground">
          {hint}
        </p>
      ) : null}
      {message ? (
        <p id={`${id}-error`} className="text-xs font-medium text-destructive">
          {message}
        </p>
      ) : null}
    </div>
  )
}
