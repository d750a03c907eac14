'use client'

import { useForm } from '@/components/form/form-context'
import { useSlow } from '@/components/form/use-slow'
import { Icon } from '@/components/icon/icon'
import { Button, type ButtonLook } from '@/components/ui/button'

/** Runs an attack. Stays enabled for assistive technology while it runs, because a disabled button loses focus. */
export function FireButton({
  variant,
  pending,
  onClick,
  label,
}: Pick<ButtonLook, 'variant'> & { pending: boolean; onClick?: () => void; label: string }) {
  const isSlow = useSlow(pending)
  return (
    <Button
      type={onClick ? 'button' : 'submit'}
      variant={variant}
      aria-disabled={pending}
      onClick={pending ? undefined : onClick}
    >
      {pending ? <Icon name="loader-circle" className="animate-spin" /> : null}
      <span aria-live="polite">
        {isSlow ? 'Still running. The first run takes longer.' : pending ? 'Running…' : label}
      </span>
    </Button>
  )
}

/** The same button in a form; it shows as running while the form is submitted. */
export function FireSubmit({ variant, label }: Pick<ButtonLook, 'variant'> & { label: string }) {
  return <FireButton variant={variant} pending={useForm().pending} label={label} />
}
