'use client'

import type { ComponentProps } from 'react'

import { NativeSelect } from '@/components/ui/native-select'

import { Field, type FieldProps } from './field'

type Props = FieldProps & Omit<ComponentProps<'select'>, 'name' | 'className' | 'id'>

/** Takes `<option>`s as children. */
export function SelectField({ name, label, hint, error, aside, className, required, ...select }: Props) {
  return (
    <Field {...{ name, label, hint, error, aside, className, required }}>
      {(control, _bounds, echoed) => (
        <NativeSelect {...select} {...control} defaultValue={echoed ?? select.defaultValue} />
      )}
    </Field>
  )
}
