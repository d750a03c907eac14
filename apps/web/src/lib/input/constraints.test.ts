import { describe, expect, it, vi } from 'vitest'
import { z } from 'zod'

import { constraintsOf } from './constraints'

vi.mock('server-only', () => ({}))

describe('constraintsOf', () => {
  it('returns the bounds of text fields', () => {
    const schema = z.strictObject({
      title: z.string().trim().min(1).max(200),
      password: z.string().min(12).max(128),
      description: z.string().max(5000),
    })
    expect(constraintsOf(schema)).toEqual({
      title: { required: true, maxLength: 200 },
      password: { required: true, minLength: 12, maxLength: 128 },
      description: { maxLength: 5000 },
    })
  })

  it('gives an email field its type and no pattern', () => {
    const schema = z.object({ email: z.string().trim().toLowerCase().max(254).pipe(z.email()) })
    expect(constraintsOf(schema).email).toMatchObject({ maxLength: 254 })
    expect(constraintsOf(z.object({ email: z.email().max(254) }))).toEqual({
      email: { required: true, maxLength: 254, type: 'email' },
    })
  })

  it('does not require optional fields', () => {
    expect(constraintsOf(z.object({ next: z.string().min(1).max(500).optional() }))).toEqual({
      next: { maxLength: 500 },
    })
  })

  it('keeps only patterns that browsers accept', () => {
    const schema = z.object({ slug: z.string().regex(/^[a-z0-9]+$/), odd: z.string().regex(/^[a-z-]+$/) })
    expect(constraintsOf(schema)).toEqual({
      slug: { required: true, pattern: '^[a-z0-9]+$' },
      odd: { required: true },
    })
  })

  it('requires enums and formatted strings', () => {
    const schema = z.object({
      status: z.enum(['open', 'done']),
      id: z.uuid(),
      due: z.iso.date().or(z.literal('')),
    })
    expect(constraintsOf(schema)).toEqual({ status: { required: true }, id: { required: true }, due: {} })
  })

  it('ignores fields that are not text', () => {
    expect(constraintsOf(z.object({ when: z.date(), count: z.number().max(3) }))).toEqual({
      when: {},
      count: {},
    })
  })
})
