import type { ComponentProps } from 'react'

import { cn } from '@/lib/cn'

/** `indeterminate` is a DOM property and is set through a ref. */
export function Checkbox({ className, ...props }: Omit<ComponentProps<'input'>, 'type'>) {
  return <input type="checkbox" className={cn('checkbox', className)} {...props} />
}
