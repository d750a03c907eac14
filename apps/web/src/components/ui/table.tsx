import type { ComponentProps } from 'react'

import { Scroller } from '@/components/scroller'
import { cn } from '@/lib/cn'

/** A table that scrolls inside its own frame. `label` says what it lists. */
export function Table({ className, label, ...props }: ComponentProps<'table'> & { label: string }) {
  return (
    <Scroller label={label}>
      <table aria-label={label} className={cn('data-table', className)} {...props} />
    </Scroller>
  )
}

export function TableHeader({ className, ...props }: ComponentProps<'thead'>) {
  return <thead className={cn('border-b', className)} {...props} />
}

export function TableBody({ className, ...props }: ComponentProps<'tbody'>) {
  return <tbody className={cn('divide-y', className)} {...props} />
}

export function TableRow({ className, ...props }: ComponentProps<'tr'>) {
  return <tr className={cn('data-row', className)} {...props} />
}

export function TableHead({ className, scope = 'col', ...props }: ComponentProps<'th'>) {
  return <th scope={scope} className={cn('column-head', className)} {...props} />
}

export function TableCell({ className, ...props }: ComponentProps<'td'>) {
  return <td className={cn('data-cell', className)} {...props} />
}
