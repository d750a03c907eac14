import Link from 'next/link'
import type { ComponentProps } from 'react'

import { cn } from '@/lib/cn'

/** An inline text link. */
export function TextLink({ className, ...props }: ComponentProps<typeof Link>) {
  return <Link className={cn('text-link', className)} {...props} />
}
