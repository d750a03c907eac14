import type { ComponentProps } from 'react'

import { cn } from '@/lib/cn'

import { controlVariants } from './control'

/** A one-line text control. `small` is for toolbars. */
export function Input({ className, small, ...props }: ComponentProps<'input'> & { small?: boolean }) {
  return (
    <input
      className={cn(controlVariants({ size: small ? 'sm' : 'default' }), 'read-only:bg-muted', className)}
      {...props}
    />
  )
}
