import { randomBytes } from 'node:crypto'
import postgres from 'postgres'
import { afterAll } from 'vitest'

export interface EmptyDatabase {
  /** The login role that owns the database. */
  role: string
  /** Connects as that role. */
  url: string
  /** Connects as a superuser. */
  ownerUrl: string
}

export interface EmptyDatabases {
  cluster: postgres.Sql
  /** @param attributes role attributes, such as CREATEROLE */
  make: (attributes?: string) => Promise<EmptyDatabase>
}

/** Creates empty databases for tests, and drops them after the file. Call it at the top level. */
export function useEmptyDatabases(): EmptyDatabases {
  const clusterUrl = process.env.TEST_POSTGRES_URL ?? ''
  const cluster = postgres(clusterUrl, { max: 1, onnotice: () => {} })
  const made: { kind: 'DATABASE' | 'ROLE'; name: string }[] = []

  afterAll(async () => {
    for (const { kind, name } of made)
      await cluster.unsafe(`DROP ${kind} IF EXISTS ${name}${kind === 'DATABASE' ? ' WITH (FORCE)' : ''}`)
    await cluster.end()
  })

  return {
    cluster,
    make: async (attributes = '') => {
      const name = `gatehouse_room_${randomBytes(6).toString('hex')}`
      await cluster.unsafe(`CREATE ROLE ${name} LOGIN PASSWORD 'x' ${attributes}`)
      await cluster.unsafe(`CREATE DATABASE ${name} OWNER ${name}`)
      made.unshift({ kind: 'DATABASE', name }, { kind: 'ROLE', name })
      const url = new URL(clusterUrl)
      url.pathname = `/${name}`
      const ownerUrl = url.href
      url.username = name
      url.password = 'x'
      return { role: name, url: url.href, ownerUrl }
    },
  }
}
