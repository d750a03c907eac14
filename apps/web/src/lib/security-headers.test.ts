import { describe, expect, it } from 'vitest'

import { contentSecurityPolicy } from './security-headers'

describe('contentSecurityPolicy', () => {
  it('lets nothing run in production but what carries the nonce', () => {
    const policy = contentSecurityPolicy({ nonce: 'abc', development: false })
    expect(policy).not.toMatch(/unsafe-|\*|https?:|ws:/)
    expect(policy).toContain("script-src 'self' 'nonce-abc' 'strict-dynamic'")
    expect(policy).toContain("style-src 'self' 'nonce-abc'")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).toContain("base-uri 'none'")
    expect(policy).toContain("object-src 'none'")
  })
})
