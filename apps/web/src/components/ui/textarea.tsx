import type { ComponentProps } from 'react'

import { cn } from '@/lib/cn'

/** A text control of several lines that grows with what is typed, where the browser can. */
export function Textarea({ className, ...props }: ComponentProps<'textarea'>) {
  return <textarea className={cn('control control-area', className)} {...props} />
}
