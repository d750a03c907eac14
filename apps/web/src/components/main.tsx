import type { ComponentProps } from 'react'

import { cn } from '@/lib/cn'

/** The landmark that the skip link leads to; one on every page. */
export function Main({ className, ...props }: ComponentProps<'main'>) {
  return <main id="main" tabIndex={-1} className={cn('w-full', className)} {...props} />
}
