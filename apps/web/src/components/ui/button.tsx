import type { ComponentProps } from 'react'

import { cn } from '@/lib/cn'

export interface ButtonLook {
  variant?: 'default' | 'secondary' | 'outline' | 'ghost' | 'destructive' | 'link'
  /** `inline` is as large as its text. */
  size?: 'md' | 'sm' | 'lg' | 'icon' | 'icon-sm' | 'inline'
}

export function buttonVariants({ variant = 'default', size = 'md' }: ButtonLook = {}): string {
  return `button button-${variant} button-${size}`
}

/** A button. `type` defaults to `button`, so none submits a form by accident. */
export function Button({
  className,
  variant,
  size,
  type = 'button',
  ...props
}: ComponentProps<'button'> & ButtonLook) {
  return <button type={type} className={cn(buttonVariants({ variant, size }), className)} {...props} />
}
