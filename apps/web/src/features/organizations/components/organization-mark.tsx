import { cn } from '@/lib/cn'
import { toneOf } from '@/lib/tone-of'

const tones = ['bg-primary', 'bg-info', 'bg-foreground'] as const

/** An organization's initial. Decorative, next to its name. */
export function OrganizationMark({ name, small = false }: { name: string; small?: boolean }) {
  return (
    <span
      aria-hidden
      className={cn(
        'grid shrink-0 place-items-center font-semibold text-background select-none',
        toneOf(name, tones),
        small ? 'size-5 rounded-sm text-[0.6875rem]' : 'size-7 rounded-md text-sm',
      )}
    >
      {[...name.trim()][0]?.toUpperCase()}
    </span>
  )
}
