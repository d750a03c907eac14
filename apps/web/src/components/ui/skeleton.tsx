import type { ComponentProps } from 'react'

import { cn } from '@/lib/cn'

/** A placeholder for loading content. Give it the content's size so that nothing moves. */
export function Skeleton({ className, ...props }: ComponentProps<'div'>) {
  return <div aria-hidden className={cn('skeleton', className)} {...props} />
}
