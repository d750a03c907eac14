'use client'

import type { ComponentProps } from 'react'

import { Input } from '@/components/ui/input'

import { Field, type FieldProps } from './field'

type Props = FieldProps & Omit<ComponentProps<'input'>, 'name' | 'className' | 'id'>

/** `type` is `email` if the schema says so. */
export function TextField({ name, label, hint, error, aside, className, required, ...input }: Props) {
  return (
    <Field {...{ name, label, hint, error, aside, className, required }}>
      {(control, bounds, echoed) => (
        <Input
          dir="auto"
          type={bounds.type ?? 'text'}
          minLength={bounds.minLength}
          pattern={bounds.pattern}
          {...input}
          {...control}
          defaultValue={echoed ?? input.defaultValue}
        />
      )}
    </Field>
  )
}
