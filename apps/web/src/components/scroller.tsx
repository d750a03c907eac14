import type { ReactNode } from 'react'

import { cn } from '@/lib/cn'

/** Scrolls wide content sideways. Focusable, so the keyboard can scroll it. */
export function Scroller({
  label,
  className,
  children,
}: {
  label: string
  className?: string
  children: ReactNode
}) {
  return (
    <section
      aria-label={label}
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- see above
      tabIndex={0}
      className={cn('scroller', className)}
    >
      {children}
    </section>
  )
}
