import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'

/** What the server does with a message. */
export type Behavior =
  | 'accept'
  /** Answers 421 to everyone. */
  | 'refuse'
  /** Answers 550 to the recipient. */
  | 'unknown recipient'
  /** Never answers the message. */
  | 'hang'
  /** Closes the connection in the middle of the message. */
  | 'drop'

export interface ReceivedMail {
  to: string
  messageId: string
  text: string
}

/** An SMTP server on loopback whose behavior a test can change at any time. */
export class MailServer {
  readonly received: ReceivedMail[] = []
  behavior: Behavior = 'accept'
  /** Messages that reached DATA, accepted or not. */
  attempts = 0
  readonly #server: SMTPServer

  constructor() {
    this.#server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onConnect: (_session, done) => {
        if (this.behavior === 'refuse') done(answer(421, 'Try later.'))
        else done()
      },
      onRcptTo: (_address, _session, done) => {
        if (this.behavior === 'unknown recipient') done(answer(550, 'No such user.'))
        else done()
      },
      onData: (stream, session, done) => {
        this.attempts += 1
        if (this.behavior === 'drop') {
          for (const client of this.#server.connections) client.close()
          return
        }
        let text = ''
        stream.on('data', (chunk: Buffer) => (text += chunk.toString('utf8')))
        stream.on('end', () => {
          if (this.behavior === 'hang') return
          const to = session.envelope.rcptTo.map(({ address }) => address).join()
          this.received.push({ to, messageId: /^Message-ID: (.*)\r$/m.exec(text)?.[1] ?? '', text })
          done()
        })
      },
    })
    // A killed client isn't a server error.
    this.#server.on('error', () => {})
  }

  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve))
    return `smtp://127.0.0.1:${(this.#server.server.address() as AddressInfo).port}`
  }

  stop(): Promise<void> {
    for (const client of this.#server.connections) client.close()
    return new Promise((resolve) => this.#server.close(() => resolve()))
  }
}

function answer(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode })
}
