import { cn } from '@/lib/cn'
import { toneOf } from '@/lib/tone-of'

const tones = ['avatar-primary', 'avatar-info', 'avatar-warning', 'avatar-destructive'] as const

function initials(name: string): string {
  const words = name.trim().split(/\s+/)
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].map(
    (word) => [...(word ?? '')][0] ?? '',
  )
  return letters.join('').toUpperCase()
}

interface Props {
  name: string
  /** The URL of a picture, from `avatarPath`. */
  picture?: string | undefined
  /** For a line of text in a list. */
  small?: boolean
  className?: string
}

/** A picture or initials in a circle. Decorative next to the name, so hidden from screen readers. */
export function Avatar({ name, picture, small, className }: Props) {
  return (
    <span aria-hidden className={cn('avatar', toneOf(name, tones), small && 'avatar-sm', className)}>
      {initials(name)}
      {/* Covers the initials, which stay if it can't be loaded. */}
      {/* eslint-disable-next-line @next/next/no-img-element -- the picture is small already */}
      {picture ? <img src={picture} alt="" decoding="async" className="avatar-picture" /> : null}
    </span>
  )
}
