import { cva, type VariantProps } from 'class-variance-authority'
import type { ComponentProps } from 'react'

import { cn } from '@/lib/cn'

export const badgeVariants = cva('badge', {
  variants: {
    variant: {
      neutral: 'bg-secondary text-secondary-foreground',
      outline: 'border text-muted-foreground',
      primary: 'bg-primary/12 text-primary',
      success: 'bg-success/12 text-success',
      warning: 'bg-warning/14 text-warning',
      info: 'bg-info/12 text-info',
      destructive: 'bg-destructive/11 text-destructive',
    },
  },
  defaultVariants: { variant: 'neutral' },
})

export function Badge({
  className,
  variant,
  ...props
}: ComponentProps<'span'> & VariantProps<typeof badgeVariants>) {
  return <span className={cn(badgeVariants({ variant }), className)} {...props} />
}
