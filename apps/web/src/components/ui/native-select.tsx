import type { ComponentProps } from 'react'

import { Icon } from '@/components/icon/icon'
import { cn } from '@/lib/cn'

/** The browser's own select: it works without JavaScript, and a phone shows its own picker. `small` is for toolbars. */
export function NativeSelect({
  className,
  small,
  children,
  ...props
}: ComponentProps<'select'> & { small?: boolean }) {
  return (
    <span className={cn('select', className)}>
      <select className={small ? 'control control-sm' : 'control control-md'} {...props}>
        {children}
      </select>
      <Icon name="chevron-down" />
    </span>
  )
}
