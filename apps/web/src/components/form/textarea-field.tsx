'use client'

import type { ComponentProps } from 'react'

import { Textarea } from '@/components/ui/textarea'

import { Field, type FieldProps } from './field'

type Props = FieldProps & Omit<ComponentProps<'textarea'>, 'name' | 'className' | 'id'>

export function TextareaField({ name, label, hint, error, aside, className, required, ...textarea }: Props) {
  return (
    <Field {...{ name, label, hint, error, aside, className, required }}>
      {(control, bounds, echoed) => (
        <Textarea
          dir="auto"
          minLength={bounds.minLength}
          {...textarea}
          {...control}
          defaultValue={echoed ?? textarea.defaultValue}
        />
      )}
    </Field>
  )
}
