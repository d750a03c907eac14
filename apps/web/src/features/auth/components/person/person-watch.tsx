'use client'

import { useEffect } from 'react'

import { hasTypedText } from './has-typed-text'
import { markPerson, onPersonChange, readPersonMark } from './person-mark'
import { sessionHasEnded } from './session-has-ended'

/** How often a visible tab asks whether its session has ended. */
const CHECK_EVERY_MS = 60_000

let isSeen = false

/** Whether this document has shown a page of a signed-in user. */
export const hadPerson = (): boolean => isSeen

/**
 * Leaves the page when it is no longer its user's: after signing out or in as someone else in another tab, after the
 * session ended elsewhere, and when the browser restores the page from its back/forward cache. Loading the page again
 * lets the server decide what the current session may see.
 */
export function PersonWatch({ id }: { id: string }) {
  useEffect(() => {
    let checkedAt = Date.now()
    isSeen = true
    markPerson(id)

    function compare() {
      const mark = readPersonMark()
      if (mark === undefined || mark === id) return
      // Unsaved text stays for its author, whose form asks them to sign in again. Nobody else has signed in.
      if (mark === null && hasTypedText()) return
      location.reload()
    }

    async function check() {
      checkedAt = Date.now()
      if ((await sessionHasEnded()) && !hasTypedText()) location.reload()
    }

    function shown() {
      if (document.visibilityState !== 'visible') return
      compare()
      if (Date.now() - checkedAt >= CHECK_EVERY_MS) void check()
    }

    function restored({ persisted }: PageTransitionEvent) {
      if (!persisted) return
      compare()
      void check()
    }

    const stop = onPersonChange(compare)
    const timer = setInterval(shown, CHECK_EVERY_MS)
    document.addEventListener('visibilitychange', shown)
    addEventListener('pageshow', restored)
    return () => {
      stop()
      clearInterval(timer)
      document.removeEventListener('visibilitychange', shown)
      removeEventListener('pageshow', restored)
    }
  }, [id])
  return null
}
