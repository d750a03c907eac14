import Link from 'next/link'
import type { ComponentProps } from 'react'

import { cn } from '@/lib/cn'

/** An inline text link. */
export function TextLink({ className, ...props }: ComponentProps<typeof Link>) {
  return (
    <Link
      className={cn(
        'rounded-xs font-medium text-foreground underline decoration-foreground/35 underline-offset-4 hover:decoration-foreground',
        className,
      )}
      {...props}
    />
  )
}
