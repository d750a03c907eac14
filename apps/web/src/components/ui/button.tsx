import { cva, type VariantProps } from 'class-variance-authority'
import type { ComponentProps } from 'react'

import { cn } from '@/lib/cn'

export const buttonVariants = cva(
  'inline-flex shrink-0 items-center justify-center gap-1.5 rounded-md text-sm font-medium whitespace-nowrap transition-colors select-none disabled:pointer-events-none disabled:opacity-55 aria-disabled:pointer-events-none aria-disabled:opacity-55 [&_svg]:size-4 [&_svg]:shrink-0',
  {
    variants: {
      variant: {
        default: 'bg-primary text-primary-foreground shadow-xs hover:bg-primary/90',
        secondary: 'bg-secondary text-secondary-foreground hover:bg-secondary/75',
        outline: 'border border-input/60 bg-card shadow-xs hover:bg-accent',
        ghost: 'hover:bg-accent',
        destructive: 'bg-destructive text-destructive-foreground shadow-xs hover:bg-destructive/90',
        link: 'text-primary underline underline-offset-4 decoration-primary/40 hover:decoration-primary',
      },
      // 44 px under a finger, dense under a pointer.
      size: {
        default: 'h-11 px-4 md:h-9 md:px-3.5 md:pointer-coarse:h-11',
        sm: 'h-11 px-3 md:h-8 md:text-[0.8125rem] md:pointer-coarse:h-11',
        lg: 'h-12 px-5 text-[0.9375rem] md:h-11',
        icon: 'size-11 md:size-9 md:pointer-coarse:size-11',
        'icon-sm': 'size-11 md:size-8 md:pointer-coarse:size-11',
        inline: 'h-auto p-0',
      },
    },
    defaultVariants: { variant: 'default', size: 'default' },
  },
)

/** A button that acts; `type` is `button` unless said otherwise, so that none submits by accident. */
export function Button({
  className,
  variant,
  size,
  type = 'button',
  ...props
}: ComponentProps<'button'> & VariantProps<typeof buttonVariants>) {
  return <button type={type} className={cn(buttonVariants({ variant, size }), className)} {...props} />
}
