interface Header {
  key: string
  value: string
}

/** For every response, including files. */
export const staticHeaders: Header[] = [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'Cross-Origin-Resource-Policy', value: 'same-origin' },
]

/** For every page and action. */
export const pageHeaders: Header[] = [
  ...staticHeaders,
  { key: 'Referrer-Policy', value: 'strict-origin-when-cross-origin' },
  { key: 'X-Frame-Options', value: 'DENY' },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
  { key: 'Permissions-Policy', value: 'camera=(), geolocation=(), microphone=(), payment=(), usb=()' },
  { key: 'X-DNS-Prefetch-Control', value: 'off' },
]

export const strictTransportSecurity: Header = {
  key: 'Strict-Transport-Security',
  value: 'max-age=63072000; includeSubDomains',
}

const TURNSTILE = 'https://challenges.cloudflare.com'

/**
 * The Content-Security-Policy. Scripts and styles need this request's nonce. Development also allows what Next's tools
 * need: eval and inline styles.
 */
export function contentSecurityPolicy({
  nonce,
  development,
  turnstile,
}: {
  nonce: string
  development: boolean
  /** Whether forms show Turnstile, which is an iframe. */
  turnstile: boolean
}): string {
  const directives: Record<string, string[]> = {
    'default-src': ["'self'"],
    'script-src': [
      "'self'",
      `'nonce-${nonce}'`,
      "'strict-dynamic'",
      // For browsers without `strict-dynamic`.
      ...(turnstile ? [TURNSTILE] : []),
      ...(development ? ["'unsafe-eval'"] : []),
    ],
    'style-src': ["'self'", ...(development ? ["'unsafe-inline'"] : [`'nonce-${nonce}'`])],
    'img-src': ["'self'", 'data:'],
    'font-src': ["'self'"],
    'connect-src': ["'self'", ...(development ? ['ws:'] : [])],
    ...(turnstile && { 'frame-src': [TURNSTILE] }),
    'object-src': ["'none'"],
    'base-uri': ["'none'"],
    'form-action': ["'self'"],
    'frame-ancestors': ["'none'"],
  }
  return Object.entries(directives)
    .map(([name, sources]) => `${name} ${sources.join(' ')}`)
    .join('; ')
}
