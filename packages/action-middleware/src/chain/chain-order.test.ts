import { notFound } from 'next/navigation'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'

import { ActionError } from '../errors/action-error'
import { baseClient } from '../clients/base-client'

const schema = z.strictObject({ title: z.string().min(1).max(10) })

/** A chain that records each step it runs. */
function tracedChain(steps: string[]) {
  return baseClient
    .metadata({ name: 'tests.trace' })
    .use(async ({ next }) => {
      steps.push('use 1')
      return next()
    })
    .use(async ({ next }) => {
      steps.push('use 2')
      return next()
    })
    .inputSchema(
      schema.refine(() => {
        steps.push('input')
        return true
      }),
    )
    .useValidated(async ({ next }) => {
      steps.push('validated')
      return next()
    })
    .outputSchema(z.object({ id: z.number() }))
}

describe('the chain', () => {
  it('runs its steps in the order they are written', async () => {
    const steps: string[] = []
    const action = tracedChain(steps).action(async () => {
      steps.push('action')
      return { id: 1, hash: 'never returned' }
    })
    expect(await action({ title: 'a' })).toEqual({ data: { id: 1 } })
    expect(steps).toEqual(['use 1', 'use 2', 'input', 'validated', 'action'])
  })

  it('stops at invalid input, before the ownership check and the handler', async () => {
    const steps: string[] = []
    const action = tracedChain(steps).action(async () => ({ id: 1 }))
    // @ts-expect-error -- what a caller who ignores the types can send
    expect(await action({ title: 1, role: 'owner' })).toEqual({
      validationErrors: { formErrors: ['Unexpected field.'], fieldErrors: { title: [expect.any(String)] } },
    })
    expect(steps).not.toContain('validated')
  })

  it('stops at the first refusal', async () => {
    let ran = false
    const action = baseClient
      .metadata({ name: 'tests.refused' })
      .use(async () => {
        throw new ActionError('FORBIDDEN')
      })
      .inputSchema(schema)
      .action(async () => {
        ran = true
      })
    expect(await action({ title: 'a' })).toMatchObject({ serverError: { code: 'FORBIDDEN' } })
    expect(ran).toBe(false)
  })

  it('does not run an action without valid metadata', async () => {
    let ran = false
    const action = baseClient
      .metadata({ name: 'No Domain' })
      .inputSchema(schema)
      .action(async () => {
        ran = true
      })
    expect(await action({ title: 'a' })).toMatchObject({ serverError: { code: 'INTERNAL' } })
    expect(ran).toBe(false)
  })

  it('reveals nothing about an unexpected error', async () => {
    const action = baseClient
      .metadata({ name: 'tests.broken' })
      .inputSchema(schema)
      .action(async () => {
        throw new Error('select password from account')
      })
    const result = await action({ title: 'a' })
    expect(result.serverError).toEqual({
      code: 'INTERNAL',
      message: expect.not.stringContaining('password'),
      requestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
    })
  })

  it('lets the framework handle its own errors', async () => {
    const action = baseClient
      .metadata({ name: 'tests.missing' })
      .inputSchema(schema)
      .action(async () => notFound())
    await expect(action({ title: 'a' })).rejects.toMatchObject({ digest: 'NEXT_HTTP_ERROR_FALLBACK;404' })
  })

  it('does not repeat a key that the caller chose', async () => {
    const action = baseClient
      .metadata({ name: 'tests.keys' })
      .inputSchema(schema)
      .action(async () => null)
    const hostile = JSON.parse('{"title":"a","__proto__":1,"<script>":2}')
    expect(JSON.stringify(await action(hostile))).not.toMatch(/script|proto/)
  })
})
