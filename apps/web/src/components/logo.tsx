import { cn } from '@/lib/cn'

import { Link } from './link'

/** The logo, in the current text color. */
export function Gate({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 24 24" aria-hidden className={cn('size-6 shrink-0', className)} fill="currentColor">
      <path d="M2 4h2v2h2V4h2v4h1.5V6.5h1.75V8h1.5V6.5h1.75V8H16V4h2v2h2V4h2v16h-6v-5a4 4 0 0 0-8 0v5H2z" />
    </svg>
  )
}

export function Logo({ className }: { className?: string }) {
  return (
    <Link
      href="/"
      className={cn(
        'inline-flex min-h-11 items-center gap-2 rounded-sm font-semibold tracking-tight md:min-h-9',
        className,
      )}
    >
      <Gate className="text-primary" />
      <span>Gatehouse</span>
    </Link>
  )
}
