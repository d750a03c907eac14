import { AsyncLocalStorage } from 'node:async_hooks'
import { BusyError, isBusy } from './busy-error'

interface Noted {
  error?: BusyError
}

// On globalThis, because a bundler loads this module more than once and the pool is shared.
const shared: typeof globalThis & { gatehouseBusy?: AsyncLocalStorage<Noted> } = globalThis
shared.gatehouseBusy ??= new AsyncLocalStorage()
const calls = shared.gatehouseBusy

/**
 * Turns every failure of a busy database into one error, and remembers it for the `surfaceBusy` around it.
 * @throws BusyError with the cause
 */
export async function noteBusy<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer
  } catch (error) {
    if (!isBusy(error)) throw error
    const busy = error instanceof BusyError ? error : new BusyError('The database is busy.', { cause: error })
    const call = calls.getStore()
    if (call) call.error = busy
    throw busy
  }
}

/**
 * Runs `work` and reports a failure caused by a busy database, for a library that replaces the database's errors with
 * its own.
 * @throws BusyError
 */
export function surfaceBusy<T>(work: () => Promise<T>): Promise<T> {
  const call: Noted = {}
  return calls.run(call, async () => {
    try {
      return await work()
    } catch (error) {
      throw call.error ?? error
    }
  })
}
