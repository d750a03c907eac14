'use client'

import { useEffect, useState } from 'react'

const SLOW_AFTER_MS = 5000

/** Whether something has been pending for longer than usual. */
export function useSlow(pending: boolean): boolean {
  const [isSlow, setSlow] = useState(false)
  useEffect(() => {
    if (!pending) return
    const timer = setTimeout(() => setSlow(true), SLOW_AFTER_MS)
    return () => {
      clearTimeout(timer)
      setSlow(false)
    }
  }, [pending])
  return isSlow
}
