import { describe, expect, it } from 'vitest'

import { contentSecurityPolicy } from './security-headers'

describe('contentSecurityPolicy', () => {
  it('allows only scripts with the nonce in production', () => {
    const policy = contentSecurityPolicy({ nonce: 'abc', development: false, turnstile: false })
    expect(policy).not.toMatch(/unsafe-|\*|https?:|ws:/)
    expect(policy).toContain("script-src 'self' 'nonce-abc' 'strict-dynamic'")
    expect(policy).toContain("style-src 'self' 'nonce-abc'")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).toContain("base-uri 'none'")
    expect(policy).toContain("object-src 'none'")
  })

  it('allows Turnstile only where it is used', () => {
    const policy = contentSecurityPolicy({ nonce: 'abc', development: false, turnstile: true })
    const hosts = new Set(policy.match(/https?:[^\s;]+/g))
    expect([...hosts]).toEqual(['https://challenges.cloudflare.com'])
    expect(policy).toContain('frame-src https://challenges.cloudflare.com;')
    expect(policy).not.toMatch(/unsafe-|\*/)
  })
})
