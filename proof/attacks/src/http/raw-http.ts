import { Agent, request as httpRequest } from 'node:http'

import { baseUrl } from '../app/environment'
import { solved } from '../state/solutions'

/**
 * A request as sent. Only Host, Connection and Content-Length are added, and `solutionFor` placeholders are filled in.
 */
export interface RawRequest {
  method: string
  /** Path and query, already encoded. */
  path: string
  headers: Record<string, string>
  body?: Buffer
}

export interface RawResponse {
  /** 0 when the server closed the connection without an answer. */
  status: number
  /** Names are lowercase. Repeated headers are joined by a line feed. */
  headers: Record<string, string>
  body: string
}

const agent = new Agent({ keepAlive: true, maxSockets: 20 })
// The test runner's own limit comes first; the mutants run without one.
const LONGEST_WAIT = 15 * 60_000

/** Sends a request to the app under test. Throws if the connection is refused; status is 0 if it is cut short. */
export async function send(written: RawRequest, base = baseUrl()): Promise<RawResponse> {
  const request = await solved(written, (challenge) => send(challenge, base))
  try {
    return await exchange(request, base)
  } catch (error) {
    // A server may close an idle connection just as it is reused. It hasn't read the request then.
    if (error instanceof CutShort && error.wasReused) return exchange(request, base).catch(unanswered)
    return unanswered(error)
  }
}

class CutShort extends Error {
  constructor(readonly wasReused: boolean) {
    super('The connection was cut short.')
  }
}

/** A server may close the connection while it receives a body that is too large. */
function unanswered(error: unknown): RawResponse {
  if (error instanceof CutShort) return { status: 0, headers: {}, body: '' }
  throw error
}

function exchange(
  { method, path, headers, body }: RawRequest,
  { hostname, port }: URL,
): Promise<RawResponse> {
  const length = body ? { 'Content-Length': String(body.length) } : {}
  const options = {
    agent,
    host: hostname,
    port,
    method,
    path,
    headers: { ...headers, ...length },
    timeout: LONGEST_WAIT,
  }
  return new Promise((resolve, reject) => {
    const outgoing = httpRequest(options, (incoming) => {
      const chunks: Buffer[] = []
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk))
      incoming.on('error', reject)
      incoming.on('end', () =>
        resolve({
          status: incoming.statusCode ?? 0,
          headers: Object.fromEntries(
            Object.entries(incoming.headersDistinct).map(([name, values]) => [
              name,
              (values ?? []).join('\n'),
            ]),
          ),
          body: Buffer.concat(chunks).toString('utf8'),
        }),
      )
    })
    outgoing.on('timeout', () =>
      outgoing.destroy(new Error(`No answer within ${LONGEST_WAIT} ms: ${method} ${path}`)),
    )
    outgoing.on('error', (error: NodeJS.ErrnoException) => {
      const isCut = error.code === 'ECONNRESET' || error.code === 'EPIPE'
      reject(isCut ? new CutShort(outgoing.reusedSocket) : error)
    })
    outgoing.end(body)
  })
}

/** A browser's headers for a call from the app's own page. */
export function sameOriginHeaders(): Record<string, string> {
  return {
    Origin: baseUrl().origin,
    'Sec-Fetch-Site': 'same-origin',
    'Sec-Fetch-Mode': 'cors',
    'Sec-Fetch-Dest': 'empty',
  }
}
