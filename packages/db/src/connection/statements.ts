import type postgres from 'postgres'

type Unsafe = postgres.Sql['unsafe']

/** Runs one statement. */
export type Around = <T>(statement: string, work: () => PromiseLike<T>) => PromiseLike<T>

/** What a span records about a statement. Its text contains no values. */
export const spanAttributes = (statement: string) => ({
  'db.system.name': 'postgresql',
  'db.query.text': statement,
})

/** The same client, whose statements run inside `around`. */
export function withStatements<Client extends postgres.ISql<{}> & { unsafe: Unsafe }>(
  client: Client,
  send: Unsafe,
  around: Around,
): Client {
  // Like the driver's query: starts when it is awaited, and `values()` says how rows are returned.
  const unsafe = (...args: Parameters<Unsafe>) => ({
    // oxlint-disable-next-line unicorn/no-thenable -- Drizzle awaits it
    then: (...handlers: Parameters<Promise<unknown>['then']>) =>
      around(args[0], () => send(...args)).then(...handlers),
    values: () => around(args[0], () => send(...args).values()),
  })
  return Object.assign((client as unknown as Function).bind(undefined), client, { unsafe })
}
