import { cn } from '@/lib/cn'
import { toneOf } from '@/lib/tone-of'

const tones = ['bg-primary', 'bg-info', 'bg-foreground'] as const

/** An organization's initial. Decorative, next to its name. */
export function OrganizationMark({ name, small = false }: { name: string; small?: boolean }) {
  return (
    <span
      aria-hidden
      className={cn('organization-mark', toneOf(name, tones), small && 'organization-mark-sm')}
    >
      {[...name.trim()][0]?.toUpperCase()}
    </span>
  )
}
