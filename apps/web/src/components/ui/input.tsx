import type { ComponentProps } from 'react'

import { cn } from '@/lib/cn'

/** A one-line text control. `small` is for toolbars. */
export function Input({ className, small, ...props }: ComponentProps<'input'> & { small?: boolean }) {
  return <input className={cn('control', small ? 'control-sm' : 'control-md', className)} {...props} />
}
