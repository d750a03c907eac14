import { exporting } from '@kit/telemetry/exporting'
import { inSpan } from '@kit/telemetry/in-span'
import type postgres from 'postgres'

/** What a span tells of a statement. The values are not in its text. */
export const spanAttributes = (statement: string) => ({
  'db.system.name': 'postgresql',
  'db.query.text': statement,
})

// action-audit-waive no-raw-sql: Drizzle builds the statement; this only passes it on.
/** A transaction whose statements are spans. The same transaction while telemetry is off. */
export function tracedTransaction(transaction: postgres.TransactionSql): postgres.TransactionSql {
  if (!exporting()) return transaction
  const send = (...args: Parameters<postgres.Sql['unsafe']>) => transaction.unsafe(...args)
  const traced = <T>(statement: string, work: () => PromiseLike<T>) =>
    inSpan('sql', spanAttributes(statement), work)
  const unsafe = (...args: Parameters<postgres.Sql['unsafe']>) => ({
    // oxlint-disable-next-line unicorn/no-thenable -- Drizzle awaits it
    then: (...handlers: Parameters<Promise<unknown>['then']>) =>
      traced(args[0], () => send(...args)).then(...handlers),
    values: () => traced(args[0], () => send(...args).values()),
  })
  return Object.assign(transaction.bind(undefined), transaction, { unsafe })
}
