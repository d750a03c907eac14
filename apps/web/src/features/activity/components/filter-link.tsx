import type { ReactNode } from 'react'

import { Link } from '@/components/link'
import { cn } from '@/lib/cn'

interface FilterLinkProps {
  href: string
  /** The text of the filter. */
  label: string
  className?: string
  children: ReactNode
}

/** A value in a row that links to a filter. */
export function FilterLink({ href, label, className, children }: FilterLinkProps) {
  return (
    <Link
      href={href}
      scroll={false}
      title={label}
      className={cn(
        'rounded-xs underline decoration-foreground/25 decoration-dotted underline-offset-4 hover:decoration-foreground hover:decoration-solid inline-flex min-h-11 items-center md:inline md:min-h-0 md:pointer-coarse:inline-flex md:pointer-coarse:min-h-11',
        className,
      )}
    >
      {children}
      <span className="sr-only">{` (${label})`}</span>
    </Link>
  )
}
