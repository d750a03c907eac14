import { once } from 'node:events'
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'

export type Loss =
  | 'nothing'
  | 'a connection that opens'
  | 'an insert'
  | 'the reply to a commit'
  | 'every reply'

/** A proxy in front of Postgres that loses connections while they open and inside a transaction. */
export interface LossyProxy {
  /** A database URL through the proxy. */
  url: string
  /**
   * The messages that are lost from now on, together with their connection. Replies are lost in silence: every
   * connection stays open.
   */
  lose: (what: Loss) => void
  stop: () => Promise<void>
}

/** Whether a message contains a statement, alone or to prepare it. */
const contains = (data: Buffer, statement: RegExp) => statement.test(data.toString('latin1'))

/** Starts a proxy on loopback to the server of `databaseUrl`. */
export async function startLossyProxy(databaseUrl: string): Promise<LossyProxy> {
  const { port, hostname } = new URL(databaseUrl)
  const sockets = new Set<Socket>()
  let loss: Loss = 'nothing'
  const server = createServer((client) => {
    const upstream = connect(Number(port), hostname)
    let isMuted = false
    const end = () => {
      client.destroy()
      upstream.destroy()
    }
    for (const socket of [client, upstream]) {
      sockets.add(socket)
      socket.on('error', end).on('close', () => {
        sockets.delete(socket)
        end()
      })
    }
    client.on('data', (data) => {
      // The first thing the driver reads on a connection.
      if (loss === 'a connection that opens' && contains(data, /pg_catalog\.pg_type/)) return end()
      if (loss === 'an insert' && contains(data, /insert into/i)) return end()
      isMuted = loss === 'the reply to a commit' && contains(data, /\bcommit\0/i)
      return upstream.write(data)
    })
    // Postgres has committed once it replies.
    upstream.on('data', (data) => {
      if (isMuted) end()
      else if (loss !== 'every reply') client.write(data)
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const url = new URL(databaseUrl)
  url.hostname = '127.0.0.1'
  url.port = String((server.address() as AddressInfo).port)
  return {
    url: url.href,
    lose: (what) => {
      loss = what
    },
    stop: async () => {
      for (const socket of sockets) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}
