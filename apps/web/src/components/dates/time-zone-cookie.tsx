'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'

import { TIME_ZONE_COOKIE } from '@/lib/dates/date-settings'

const YEAR_IN_SECONDS = 31_536_000

/** Tells the server the browser's time zone, and renders again when the page was rendered for another one. */
export function TimeZoneCookie({ rendered }: { rendered: string }) {
  const router = useRouter()
  useEffect(() => {
    const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
    const saved = document.cookie.split('; ').includes(`${TIME_ZONE_COOKIE}=${timeZone}`)
    if (!saved) {
      const secure = location.protocol === 'https:' ? '; Secure' : ''
      document.cookie = `${TIME_ZONE_COOKIE}=${timeZone}; Path=/; Max-Age=${YEAR_IN_SECONDS}; SameSite=Lax${secure}`
      // Once per change: a zone the server doesn't know would otherwise refresh forever.
      if (timeZone !== rendered) router.refresh()
    }
  }, [rendered, router])
  return null
}
