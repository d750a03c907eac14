import type { ReactNode } from 'react'

import { cn } from '@/lib/cn'

/** Scrolls sideways inside its own frame what is wider than the page; it takes focus so that the keyboard can, too. */
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
      className={cn('w-full overflow-x-auto focus-visible:-outline-offset-2', className)}
    >
      {children}
    </section>
  )
}
