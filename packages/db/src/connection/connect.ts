import postgres from 'postgres'

/** Runs `work` on a separate connection outside the pool, and always closes it. */
export async function connectOnce<T>(url: string, work: (client: postgres.Sql) => Promise<T>): Promise<T> {
  const client = postgres(url, { max: 1, connect_timeout: 10, onnotice: () => {} })
  try {
    return await work(client)
  } finally {
    await client.end({ timeout: 5 })
  }
}
