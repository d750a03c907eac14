import type { ComponentProps } from 'react'

import { cn } from '@/lib/cn'

interface AlertLook {
  variant?: 'neutral' | 'success' | 'warning' | 'destructive'
}

/** A highlighted message. Set `role="alert"` or `role="status"` if it appears after an action. */
export function Alert({ className, variant = 'neutral', ...props }: ComponentProps<'div'> & AlertLook) {
  return <div className={cn('alert', `alert-${variant}`, className)} {...props} />
}
