import { env } from '@kit/env'
import { sql } from 'drizzle-orm'
import postgres from 'postgres'
import { wrap } from './client'
import type { Transaction } from './client'
import { answerLimit, limits, reconnectDelay } from './limits'
import { watch } from './watch'

const workerScope: unique symbol = Symbol('worker')

/** A transaction as the worker's role. Only `run` of the worker's connections creates one. */
export type WorkerDb = Transaction & { readonly [workerScope]: true }

export interface WorkerConnections {
  run: <T>(work: (db: WorkerDb) => Promise<T>) => Promise<T>
  /** Calls back whenever mail was queued and committed. Resolves once it listens. */
  onMail: (callback: () => void) => Promise<unknown>
  close: () => Promise<void>
}

/**
 * Opens the worker's own connections, three at most, so it and the requests never wait for each other. They are replaced if
 * Postgres goes silent.
 */
export function openWorkerConnections(): WorkerConnections {
  const { DATABASE_URL } = env()
  let pool = openPool(DATABASE_URL)
  let onMail: (() => void) | undefined
  const listen = (callback: () => void) => pool.client.listen('gatehouse_mail', callback)
  const watched = watch(answerLimit(DATABASE_URL), () => {
    const silent = pool.client
    pool = openPool(DATABASE_URL)
    void silent.end({ timeout: 0 })
    // If this fails, the worker still polls.
    if (onMail) void listen(onMail).catch(() => {})
  })
  return {
    run: (work) =>
      watched(() =>
        pool.database.transaction(async (transaction) => {
          await transaction.execute(sql`SET LOCAL ROLE gatehouse_worker`)
          return work(Object.assign(transaction, { [workerScope]: true as const }))
        }),
      ),
    onMail: async (callback) => {
      await listen(callback)
      onMail = callback
    },
    close: () => pool.client.end({ timeout: 5 }),
  }
}

function openPool(url: string) {
  const client = postgres(url, {
    max: 2,
    connect_timeout: limits.connect / 1000,
    backoff: (attempts) => reconnectDelay(attempts) / 1000,
    connection: {
      application_name: 'gatehouse worker',
      statement_timeout: limits.statement,
      lock_timeout: limits.lock,
      idle_in_transaction_session_timeout: limits.idleInTransaction,
    },
    onnotice: () => {},
  })
  return { client, database: wrap(client) }
}
