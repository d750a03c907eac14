import type { ReactNode } from 'react'

import type { IconName } from '@/components/icon/catalog'
import { Icon } from '@/components/icon/icon'
import { cn } from '@/lib/cn'

interface EmptyStateProps {
  icon?: IconName
  title: string
  children?: ReactNode
  /** The next step: a button or a link. */
  action?: ReactNode
  className?: string
}

/** Replaces an empty list: why it is empty, and what to do next. */
export function EmptyState({ icon, title, children, action, className }: EmptyStateProps) {
  return (
    <div className={cn('empty-state', className)}>
      {icon ? (
        <span
          aria-hidden
          className="mb-4 grid size-10 place-items-center rounded-full bg-muted text-muted-foreground"
        >
          <Icon name={icon} className="size-5" />
        </span>
      ) : null}
      <p className="font-medium">{title}</p>
      {children ? <div className="mt-1 max-w-sm text-muted-foreground">{children}</div> : null}
      {action ? <div className="mt-5">{action}</div> : null}
    </div>
  )
}
