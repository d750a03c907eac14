'use client'

import { useEffect, useState, useSyncExternalStore } from 'react'

import { onlyOnline } from './only-online'

/** Says that the browser is offline, and keeps its pages from being replaced by the browser's error page. */
export function OfflineNotice() {
  const isOffline = useSyncExternalStore(
    watch,
    () => !navigator.onLine,
    () => false,
  )
  const [wanted, setWanted] = useState<string>()

  useEffect(() => onlyOnline(setWanted), [])

  useEffect(() => {
    if (wanted && !isOffline) location.assign(wanted)
  }, [wanted, isOffline])

  return (
    <output>
      {isOffline ? (
        <p className="fixed inset-x-0 top-2 z-50 mx-auto w-fit max-w-[calc(100vw-2rem)] rounded-full bg-foreground px-4 py-2 font-medium text-background shadow-lg">
          {wanted
            ? 'You’re offline. The page opens when you’re connected again.'
            : 'You’re offline. You can keep reading and typing.'}
        </p>
      ) : null}
    </output>
  )
}

function watch(changed: () => void): () => void {
  addEventListener('online', changed)
  addEventListener('offline', changed)
  return () => {
    removeEventListener('online', changed)
    removeEventListener('offline', changed)
  }
}
