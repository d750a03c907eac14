import type postgres from 'postgres'
import { inSpan } from '@kit/telemetry/in-span'
import { prepared } from './prepared'
import { commitNoted } from './commit-noted'
import { noteBusy } from './surface-busy'
import { spanAttributes, tracedTransaction } from './traced-transaction'
import { turns } from './turns'

/**
 * A client whose statements and transactions each wait for one of the pool's connections at most `wait` milliseconds.
 * The driver itself queues without bound. Drizzle calls nothing but these two methods.
 * @throws BusyError from both, when no connection becomes free in time or the connection is lost; UncertainCommitError from a
 * transaction that lost it during its commit
 */
export function boundedClient(client: postgres.Sql, size: number, wait: number): postgres.Sql {
  const connections = turns(size, wait)
  const run = <T>(work: () => PromiseLike<T>) => noteBusy(connections.run(work))

  const send = prepared(client)
  const inTurn = <T>(statement: string, work: () => PromiseLike<T>) =>
    inSpan('sql', spanAttributes(statement), () => run(work))
  // Like the driver's query: starts when it is awaited, and `values()` says how rows are returned.
  const unsafe = (...args: Parameters<postgres.Sql['unsafe']>) => ({
    // oxlint-disable-next-line unicorn/no-thenable -- Drizzle awaits it
    then: (...handlers: Parameters<Promise<unknown>['then']>) =>
      inTurn(args[0], () => send(...args)).then(...handlers),
    values: () => inTurn(args[0], () => send(...args).values()),
  })
  const begin = (work: (transaction: postgres.TransactionSql) => Promise<unknown>) =>
    run(() =>
      commitNoted((done) =>
        client.begin(async (transaction) => {
          const prepare = Object.assign(transaction, { unsafe: prepared(transaction) })
          const result = await work(tracedTransaction(prepare))
          done()
          return result
        }),
      ),
    )

  return Object.assign(client.bind(undefined), client, { unsafe, begin })
}
