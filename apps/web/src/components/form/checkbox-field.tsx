'use client'

import { useId } from 'react'

import { Checkbox } from '@/components/ui/checkbox'
import { Label } from '@/components/ui/label'

import { useField } from './form-context'

interface Props {
  name: string
  /** The value sent when checked. */
  value: string
  label: string
}

/** A required checkbox with a label. */
export function CheckboxField({ name, value, label }: Props) {
  const id = useId()
  const { errors } = useField(name)
  const [message] = errors
  return (
    <div className="space-y-1.5">
      <div className="flex min-h-11 items-center gap-2.5 md:min-h-0 md:pointer-coarse:min-h-11">
        <Checkbox
          id={id}
          name={name}
          value={value}
          required
          aria-invalid={message ? true : undefined}
          aria-describedby={message ? `${id}-error` : undefined}
        />
        <Label htmlFor={id} className="font-normal">
          {label}
        </Label>
      </div>
      {message ? (
        <p id={`${id}-error`} className="text-xs font-medium text-destructive">
          {message}
        </p>
      ) : null}
    </div>
  )
}
