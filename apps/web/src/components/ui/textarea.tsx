import type { ComponentProps } from 'react'

import { cn } from '@/lib/cn'

/** A multi-line text control that grows with its text, where the browser supports it. */
export function Textarea({ className, ...props }: ComponentProps<'textarea'>) {
  return <textarea className={cn('control control-area', className)} {...props} />
}
