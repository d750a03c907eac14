'use client'

import { useCallback, useRef, useState } from 'react'

export type WorkState = 'idle' | 'working' | 'done' | 'failed'

interface Work {
  begun: number
  solution: Promise<string>
}

/** Milliseconds after which work is done again: the server takes it for five minutes longer. */
const FRESH = 15 * 60_000

/** Work for the calls of an action: begun ahead of time, and again for each call. */
export function useWork(action: string) {
  const [state, setState] = useState<WorkState>('idle')
  const current = useRef<Work>(undefined)

  /** Begins, unless there is work that is under way or good. */
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

  /** The solution, for one call: the next one needs another. */
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
    // Loaded when it is needed: most visitors of a page with a form do not send it.
    import('@kit/captcha/solve-challenge'),
  ])
  if (!response.ok) throw new Error(`Could not load the captcha challenge: ${response.status}.`)
  return solveChallenge(await response.json())
}
