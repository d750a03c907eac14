'use client'

import { createContext, type ReactNode, use, useEffect, useMemo, useState } from 'react'

interface Feedback {
  /** A short confirmation, shown for a few seconds. */
  told: { text: string; time: number } | undefined
  /** Shown until it is dismissed or another change succeeds. */
  refusal: string | undefined
  tell: (text: string) => void
  refuse: (refusal: string) => void
  dismiss: () => void
}

const SHOWN_FOR_MS = 5000

const FeedbackContext = createContext<Feedback | undefined>(undefined)

export function FeedbackProvider({ children }: { children: ReactNode }) {
  const [told, setTold] = useState<Feedback['told']>()
  const [refusal, setRefusal] = useState<string>()

  useEffect(() => {
    if (!told) return
    const timer = setTimeout(() => setTold(undefined), SHOWN_FOR_MS)
    return () => clearTimeout(timer)
  }, [told])

  const feedback = useMemo<Feedback>(
    () => ({
      told,
      refusal,
      tell: (text) => {
        setRefusal(undefined)
        setTold({ text, time: Date.now() })
      },
      refuse: (text) => {
        setTold(undefined)
        setRefusal(text)
      },
      dismiss: () => setRefusal(undefined),
    }),
    [told, refusal],
  )
  return <FeedbackContext value={feedback}>{children}</FeedbackContext>
}

export function useFeedback(): Feedback {
  const feedback = use(FeedbackContext)
  if (!feedback) throw new Error('useFeedback is used outside of FeedbackProvider')
  return feedback
}
