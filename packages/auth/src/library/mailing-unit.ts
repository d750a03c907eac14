import { AsyncLocalStorage } from 'node:async_hooks'
import { type Database, database, type Transaction } from '@kit/db/connection/client'

// Better Auth calls back to send mail, after its own transaction, and swallows what the callback throws. So a call that mails
// runs in a unit: it says which transaction the mail belongs to, and remembers a failure.

interface Unit {
  transaction?: Transaction
  failure?: { error: unknown }
}

const units = new AsyncLocalStorage<Unit>()

/** Runs Better Auth's work and the mail it causes in one transaction. */
export async function inOneTransaction<T>(work: () => Promise<T>): Promise<T> {
  return database().transaction((transaction) => joining(transaction, work))
}

/** Runs Better Auth's work and the mail it causes in a transaction that the caller started. */
export async function joining<T>(transaction: Transaction, work: () => Promise<T>): Promise<T> {
  return runUnit({ transaction }, work)
}

/** Fails if the mail that the work causes could not be queued. */
export async function withItsMail<T>(work: () => Promise<T>): Promise<T> {
  return runUnit({}, work)
}

/** Runs a Better Auth callback in the unit's transaction, or in a new one. */
export async function inUnit(work: (transaction: Transaction) => Promise<void>): Promise<void> {
  const unit = units.getStore()
  try {
    await (unit?.transaction ? work(unit.transaction) : database().transaction(work))
  } catch (error) {
    if (unit) unit.failure = { error }
    throw error
  }
}

/** The pool's database, whose statements join the unit's transaction if there is one. */
export function joiningDatabase(): Database {
  return new Proxy(database(), {
    get(_first, name) {
      // A pool whose database stopped answering is replaced.
      const pool = database()
      const transaction = units.getStore()?.transaction
      if (!transaction) return Reflect.get(pool, name, pool)
      if (name === 'transaction') return (work: (joined: Transaction) => unknown) => work(transaction)
      return Reflect.get(transaction, name, transaction)
    },
  })
}

async function runUnit<T>(unit: Unit, work: () => Promise<T>): Promise<T> {
  const result = await units.run(unit, work)
  // A failed statement has aborted the transaction; returning would commit nothing and still report success.
  if (unit.failure) throw unit.failure.error
  return result
}
