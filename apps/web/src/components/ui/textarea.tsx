import type { ComponentProps } from 'react'

import { cn } from '@/lib/cn'

import { controlVariants } from './control'

/** A text control of several lines that grows with what is typed, where the browser can. */
export function Textarea({ className, ...props }: ComponentProps<'textarea'>) {
  return (
    <textarea
      className={cn(controlVariants({ size: 'area' }), 'field-sizing-content max-h-[60dvh]', className)}
      {...props}
    />
  )
}
