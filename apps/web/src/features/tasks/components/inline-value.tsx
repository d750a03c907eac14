import type { ReactNode } from 'react'

import { cn } from '@/lib/cn'

interface InlineValueProps {
  icon: ReactNode
  className?: string
  children: ReactNode
}

/** A read-only field, in place of the control. */
export function InlineValue({ icon, className, children }: InlineValueProps) {
  return (
    <span className={cn('flex min-h-8 max-w-full min-w-0 items-center gap-2 text-[0.8125rem]', className)}>
      {icon}
      <span className="truncate">{children}</span>
    </span>
  )
}
