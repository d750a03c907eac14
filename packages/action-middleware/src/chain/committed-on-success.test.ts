import { beforeEach, describe, expect, it } from 'vitest'

import { committedOnSuccess } from './committed-on-success'

let log: string[] = []

/** A transaction that behaves as in the database: it commits when the work resolves and rolls back when it throws. */
async function transaction<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    const result = await work()
    log.push('commit')
    return result
  } catch (error) {
    log.push('rollback')
    throw error
  }
}

/** A transaction whose commit never reaches the database. */
async function lostConnection<Result>(work: () => Promise<Result>): Promise<Result> {
  await work()
  throw new Error('connection lost')
}

beforeEach(() => {
  log = []
})

describe('committedOnSuccess', () => {
  it.each([
    ['success', { success: true }],
    ['a redirect', { success: false, navigationKind: 'redirect' as const }],
  ])('commits on %s', async (_, result) => {
    expect(await committedOnSuccess(transaction, async () => result)).toBe(result)
    expect(log).toEqual(['commit'])
  })

  it.each([
    ['a failed handler', { success: false, serverError: {} }],
    ['refused input', { success: false, validationErrors: {} }],
    ['forbidden()', { success: false, navigationKind: 'forbidden' as const }],
    ['notFound()', { success: false, navigationKind: 'notFound' as const }],
    ['unauthorized()', { success: false, navigationKind: 'unauthorized' as const }],
    ['a middleware that never called next()', { success: false }],
    ['a middleware that failed after the handler', { success: true, serverError: {} }],
  ])('rolls back on %s and still answers', async (_, result) => {
    expect(await committedOnSuccess(transaction, async () => result)).toBe(result)
    expect(log).toEqual(['rollback'])
  })

  it('rethrows what the transaction throws', async () => {
    const call = committedOnSuccess(lostConnection, async () => ({ success: true }))
    await expect(call).rejects.toThrow('connection lost')
  })

  it('returns the answer of a chain that the transaction did not wait for', async () => {
    const failed = { success: false, serverError: {} }
    const ended = async <Result>(work: () => Promise<Result>): Promise<Result> => {
      void work().catch(() => {})
      throw new Error('connection lost')
    }
    expect(await committedOnSuccess(ended, async () => failed)).toBe(failed)
    await expect(committedOnSuccess(ended, async () => ({ success: true }))).rejects.toThrow(
      'connection lost',
    )
  })
})
