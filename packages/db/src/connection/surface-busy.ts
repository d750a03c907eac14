import { AsyncLocalStorage } from 'node:async_hooks'
import { BusyError, isBusy } from './busy-error'

interface Noted {
  error?: unknown
}

// On globalThis, because a bundler loads this module more than once and the pool is shared.
const shared: typeof globalThis & { gatehouseBusy?: AsyncLocalStorage<Noted> } = globalThis
shared.gatehouseBusy ??= new AsyncLocalStorage()
const calls = shared.gatehouseBusy

/** Remembers a busy database for the `surfaceBusy` around it, and passes everything on. */
export async function noteBusy<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer
  } catch (error) {
    const call = calls.getStore()
    if (call && isBusy(error)) call.error = error
    throw error
  }
}

/**
 * Runs `work` and tells when it failed because of a busy database. For a library that replaces the database's errors by
 * its own.
 * @throws BusyError with the cause
 */
export function surfaceBusy<T>(work: () => Promise<T>): Promise<T> {
  const call: Noted = {}
  return calls.run(call, async () => {
    try {
      return await work()
    } catch (error) {
      if (call.error === undefined || isBusy(error)) throw error
      throw new BusyError('The database is busy.', { cause: call.error })
    }
  })
}
