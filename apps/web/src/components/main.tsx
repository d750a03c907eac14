import type { ComponentProps } from 'react'

import { cn } from '@/lib/cn'

/** The main landmark and target of the skip link. One per page. */
export function Main({ className, ...props }: ComponentProps<'main'>) {
  return <main id="main" tabIndex={-1} className={cn('w-full', className)} {...props} />
}
