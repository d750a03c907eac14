'use client'

import { Fragment, useId, type ReactNode } from 'react'

import { Label } from '@/components/ui/label'
import { cn } from '@/lib/cn'

import { Conflict } from './conflict'
import { useField } from './form-context'
import { isControl } from './validity-message'

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
  /** Empty for a value that is only shown. */
  name: string
  disabled?: true
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
  const { bounds, errors, echoed, decisions, generation, version } = useField(name)
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
      <Fragment key={generation}>
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
      </Fragment>
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
      {decisions ? (
        <Conflict label={label} decisions={decisions} onTheirs={() => copyValue(`${id}-theirs`, id)}>
          <Label htmlFor={`${id}-theirs`} className="sr-only">
            {label}, theirs
          </Label>
          <Fragment key={version}>
            {children(
              {
                id: `${id}-theirs`,
                name: '',
                disabled: true,
                required: undefined,
                'aria-invalid': undefined,
                'aria-describedby': undefined,
              },
              {},
              undefined,
            )}
          </Fragment>
        </Conflict>
      ) : null}
    </div>
  )
}

function copyValue(from: string, to: string): void {
  const [source, target] = [from, to].map((id) => document.getElementById(id))
  if (source && target && isControl(source) && isControl(target)) target.value = source.value
}
