'use client'

import { useEffect } from 'react'

import { LAST_ORGANIZATION_COOKIE } from '@/lib/organization/last-organization'

const YEAR_IN_SECONDS = 31_536_000

/** Signing in opens this organization next time. */
export function RememberOrganization({ id }: { id: string }) {
  useEffect(() => {
    const secure = location.protocol === 'https:' ? '; Secure' : ''
    document.cookie = `${LAST_ORGANIZATION_COOKIE}=${id}; Path=/; Max-Age=${YEAR_IN_SECONDS}; SameSite=Lax${secure}`
  }, [id])
  return null
}
