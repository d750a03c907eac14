import { cn } from '@/lib/cn'

import { Link, type LinkProps } from './link'

/** An inline text link. */
export function TextLink({ className, ...props }: LinkProps) {
  return <Link className={cn('text-link', className)} {...props} />
}
