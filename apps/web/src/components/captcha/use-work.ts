'use client'

import { useCallback, useRef, useState } from 'react'

export type WorkState = 'idle' | 'working' | 'done' | 'failed'

interface Work {
  begun: number
  solution: Promise<string>
}

/** Milliseconds before a solution is replaced. The server accepts it for five minutes longer. */
const FRESH = 15 * 60_000

/** Solves captcha challenges for an action: one ahead of time, then one per call. */
export function useWork(action: string) {
  const [state, setState] = useState<WorkState>('idle')
  const current = useRef<Work>(undefined)

  /** Reuses work that is running or still fresh. */
  const begin = useCallback((): Work => {
    if (current.current && Date.now() - current.current.begun < FRESH) return current.current
    const work: Work = { begun: Date.now(), solution: solve(action) }
    current.current = work
    setState('working')
    work.solution.then(
      () => setState('done'),
      () => {
        current.current = undefined
        setState('failed')
      },
    )
    return work
  }, [action])

  /** A solution is valid for one call. */
  const take = useCallback(async (): Promise<string> => {
    const solution = await begin().solution
    current.current = undefined
    setState('idle')
    return solution
  }, [begin])

  return { state, begin, take }
}

async function solve(action: string): Promise<string> {
  const [response, { solveChallenge }] = await Promise.all([
    fetch(`/api/captcha?action=${encodeURIComponent(action)}`),
    // Loaded on demand: most visitors never submit the form.
    import('@kit/captcha/solve-challenge'),
  ])
  if (!response.ok) throw new Error(`Could not load the captcha challenge: ${response.status}.`)
  return solveChallenge(await response.json())
}
