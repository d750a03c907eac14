'use client'

import { useEffect } from 'react'

/** Loads the page again. The server then answers with the sign-in form. */
export function SessionEnded() {
  useEffect(() => location.reload(), [])
  return null
}
