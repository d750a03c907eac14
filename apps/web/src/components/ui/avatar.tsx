import { cn } from '@/lib/cn'
import { toneOf } from '@/lib/tone-of'

const tones = [
  'bg-primary/14 text-primary',
  'bg-info/14 text-info',
  'bg-warning/16 text-warning',
  'bg-destructive/12 text-destructive',
] as const

function initials(name: string): string {
  const words = name.trim().split(/\s+/)
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].map(
    (word) => [...(word ?? '')][0] ?? '',
  )
  return letters.join('').toUpperCase()
}

/** Initials in a circle. Decorative next to the name, so hidden from screen readers. */
export function Avatar({ name, className }: { name: string; className?: string }) {
  return (
    <span aria-hidden className={cn('avatar size-7 text-[0.6875rem]', toneOf(name, tones), className)}>
      {initials(name)}
    </span>
  )
}
