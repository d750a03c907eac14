'use client'

import { createContext, type ReactNode, use, useEffect, useMemo, useState } from 'react'

interface Feedback {
  /** A short confirmation, shown for a few seconds. */
  notice: { text: string; time: number } | undefined
  /** Shown until it is dismissed or another change succeeds. */
  refusal: string | undefined
  notify: (text: string) => void
  refuse: (refusal: string) => void
  dismiss: () => void
}

const SHOWN_FOR_MS = 5000

const FeedbackContext = createContext<Feedback | undefined>(undefined)

export function FeedbackProvider({ children }: { children: ReactNode }) {
  const [notice, setNotice] = useState<Feedback['notice']>()
  const [refusal, setRefusal] = useState<string>()

  useEffect(() => {
    if (!notice) return
    const timer = setTimeout(() => setNotice(undefined), SHOWN_FOR_MS)
    return () => clearTimeout(timer)
  }, [notice])

  const feedback = useMemo<Feedback>(
    () => ({
      notice,
      refusal,
      notify: (text) => {
        setRefusal(undefined)
        setNotice({ text, time: Date.now() })
      },
      refuse: (text) => {
        setNotice(undefined)
        setRefusal(text)
      },
      dismiss: () => setRefusal(undefined),
    }),
    [notice, refusal],
  )
  return <FeedbackContext value={feedback}>{children}</FeedbackContext>
}

export function useFeedback(): Feedback {
  const feedback = use(FeedbackContext)
  if (!feedback) throw new Error('useFeedback is used outside of FeedbackProvider')
  return feedback
}
