'use client'

import { useSearchParams } from 'next/navigation'
import { useEffect, useState } from 'react'

import { CREATED } from '@/lib/url/created-parameter'

/**
 * The ID of the item that the user has just created, from the URL. Removes it there, so it is not announced again after a
 * reload.
 */
export function useCreated(): string | undefined {
  const params = useSearchParams()
  const [created] = useState(() => params.get(CREATED) ?? undefined)
  useEffect(() => {
    if (!created) return
    const url = new URL(location.href)
    url.searchParams.delete(CREATED)
    history.replaceState(null, '', url)
  }, [created])
  return created
}
