import type { ComponentProps } from 'react'

import { cn } from '@/lib/cn'

export function Label({ className, htmlFor, ...props }: ComponentProps<'label'> & { htmlFor: string }) {
  return <label htmlFor={htmlFor} className={cn('label', className)} {...props} />
}
