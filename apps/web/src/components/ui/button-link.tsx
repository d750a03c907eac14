import { Link, type LinkProps } from '@/components/link'
import { cn } from '@/lib/cn'

import { type ButtonLook, buttonVariants } from './button'

/** A link that looks like a button. It navigates, so it stays a link for keyboards and screen readers. */
export function ButtonLink({ className, variant, size, ...props }: LinkProps & ButtonLook) {
  return <Link className={cn(buttonVariants({ variant, size }), className)} {...props} />
}
