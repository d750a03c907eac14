import { cva, type VariantProps } from 'class-variance-authority'
import type { ComponentProps } from 'react'

import { cn } from '@/lib/cn'

const alertVariants = cva('rounded-md border px-3.5 py-3 text-sm', {
  variants: {
    variant: {
      neutral: 'bg-muted text-foreground',
      success: 'border-success/30 bg-success/8 text-foreground',
      warning: 'border-warning/35 bg-warning/8 text-foreground',
      destructive: 'border-destructive/35 bg-destructive/7 text-foreground',
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
