import type { ComponentProps } from 'react'

import { cn } from '@/lib/cn'

/** The place of something that is loading; give it the size of what will come, so that nothing moves. */
export function Skeleton({ className, ...props }: ComponentProps<'div'>) {
  return <div aria-hidden className={cn('animate-pulse rounded-md bg-foreground/8', className)} {...props} />
}
