'use client'

import { useEffect, useState } from 'react'

import { leastPasswordScore, passwordBounds } from '@kit/auth/passwords/password-bounds'

import { cn } from '@/lib/cn'

/** Milliseconds without another key. */
const PAUSE = 300

/** Says how hard the password is to guess. The checker is loaded once a password is long enough. */
export function PasswordStrength({ password }: { password: string }) {
  const [score, setScore] = useState<number>()
  const isLong = [...password].length >= passwordBounds.minLength

  useEffect(() => {
    if (!isLong) return
    let isCurrent = true
    const check = async () => {
      const { passwordScore } = await import('@kit/auth/passwords/password-score')
      const found = await passwordScore(password, [])
      if (isCurrent) setScore(found)
    }
    // If it can't be loaded, the server still checks.
    const timer = setTimeout(() => void check().catch(() => setScore(undefined)), PAUSE)
    return () => {
      isCurrent = false
      clearTimeout(timer)
    }
  }, [isLong, password])

  const isKnown = isLong && score !== undefined
  const isWeak = isKnown && score < leastPasswordScore
  return (
    <output
      className={cn('block text-xs font-medium', isWeak ? 'text-destructive' : 'text-muted-foreground')}
    >
      {isKnown ? sentenceFor(score) : null}
    </output>
  )
}

function sentenceFor(score: number): string {
  if (score < leastPasswordScore) return 'Easy to guess. Add a word or two.'
  return score === leastPasswordScore ? 'Good password.' : 'Strong password.'
}
