import type { ComponentProps } from 'react'

import { Icon } from '@/components/icon/icon'
import { cn } from '@/lib/cn'

import { controlVariants } from './control'

/** The browser's own select: it works without JavaScript, and a phone shows its own picker. `small` is for toolbars. */
export function NativeSelect({
  className,
  small,
  children,
  ...props
}: ComponentProps<'select'> & { small?: boolean }) {
  return (
    <span className={cn('relative block', className)}>
      <select
        className={cn(controlVariants({ size: small ? 'sm' : 'default' }), 'appearance-none truncate pr-8')}
        {...props}
      >
        {children}
      </select>
      <Icon
        name="chevron-down"
        className="pointer-events-none absolute top-1/2 right-2.5 -translate-y-1/2 text-muted-foreground"
      />
    </span>
  )
}
