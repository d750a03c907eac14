import { cva, type VariantProps } from 'class-variance-authority'
import type { ComponentProps } from 'react'

import { cn } from '@/lib/cn'

const alertVariants = cva('alert', {
  variants: {
    variant: {
      neutral: 'alert-neutral',
      success: 'alert-success',
      warning: 'alert-warning',
      destructive: 'alert-destructive',
    },
  },
  defaultVariants: { variant: 'neutral' },
})

/** A highlighted message. Set `role="alert"` or `role="status"` if it appears after an action. */
export function Alert({
  className,
  variant,
  ...props
}: ComponentProps<'div'> & VariantProps<typeof alertVariants>) {
  return <div className={cn(alertVariants({ variant }), className)} {...props} />
}
