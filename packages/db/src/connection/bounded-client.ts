import type postgres from 'postgres'
import { inSpan } from '@kit/telemetry/in-span'
import { prepared } from './prepared'
import { noteBusy } from './surface-busy'
import { boundedTransaction } from './bounded-transaction'
import { type Around, spanAttributes, withStatements } from './statements'
import { turns } from './turns'
import type { Watch } from './watch'

/**
 * A client whose statements and transactions each wait for one of the pool's connections at most `wait` milliseconds.
 * The driver itself queues without bound. Drizzle calls nothing but these two methods.
 * @throws BusyError from both, when no connection becomes free in time or the connection is lost; UncertainCommitError from a
 * transaction that lost it during its commit
 */
export function boundedClient(
  client: postgres.Sql,
  size: number,
  wait: number,
  watched: Watch,
): postgres.Sql {
  const connections = turns(size, wait)
  const run = <T>(work: () => PromiseLike<T>) => noteBusy(connections.run(work))
  const inTransaction: Around = (statement, work) =>
    inSpan('sql', spanAttributes(statement), () => watched(work))
  const alone: Around = (statement, work) =>
    inSpan('sql', spanAttributes(statement), () => run(() => watched(work)))

  const send = prepared(client)
  const begin = (work: (transaction: postgres.TransactionSql) => Promise<unknown>) =>
    run(() =>
      boundedTransaction(
        client,
        (transaction) => {
          const statements = prepared(transaction)
          return work(withStatements(transaction, statements, inTransaction))
        },
        watched,
      ),
    )
  return Object.assign(withStatements(client, send, alone), { begin })
}
