'use client'

import type { ComponentProps } from 'react'

import { Icon } from '@/components/icon/icon'
import { Button } from '@/components/ui/button'

import { useForm } from './form-context'
import { useSlow } from './use-slow'

interface Props extends Omit<ComponentProps<typeof Button>, 'type' | 'disabled'> {
  /** The label while pending, such as "Signing in…". */
  pendingLabel: string
}

/** Disabled only while the form is being submitted. */
export function SubmitButton({ children, pendingLabel, ...props }: Props) {
  const { pending } = useForm()
  const isSlow = useSlow(pending)
  return (
    <Button type="submit" disabled={pending} {...props}>
      {pending ? <Icon name="loader-circle" className="animate-spin" /> : null}
      <span aria-live="polite">
        {isSlow ? 'Taking longer than usual…' : pending ? pendingLabel : children}
      </span>
    </Button>
  )
}
