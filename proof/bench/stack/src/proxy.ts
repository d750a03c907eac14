import { type NextRequest, NextResponse } from 'next/server'

/** Sets a policy with a nonce, and nothing else. */
export function proxy(request: NextRequest) {
  const policy = `default-src 'self'; script-src 'self' 'nonce-${crypto.randomUUID()}'`
  const headers = new Headers(request.headers)
  headers.set('Content-Security-Policy', policy)
  const response = NextResponse.next({ request: { headers } })
  response.headers.set('Content-Security-Policy', policy)
  return response
}
