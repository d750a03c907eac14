import type { RawRequest } from '@kit/attacks/http/raw-http'
import { Agent, request } from 'undici'
import { seenIn } from './reply'
import type { Seen } from './reply'

/** Milliseconds. Longer than any wait that the app allows: whoever waits longer has no answer. */
const NO_ANSWER = 45_000

const dispatcher = new Agent({
  connect: { timeout: NO_ANSWER },
  headersTimeout: NO_ANSWER,
  bodyTimeout: NO_ANSWER,
})

interface Answer {
  seen: Seen
  milliseconds: number
}

/** Sends a request as a user does, and says what they saw. Never throws. */
export async function post(url: string, { method, path, headers, body }: RawRequest): Promise<Answer> {
  const began = performance.now()
  const seen = await answerTo(url, { method, path, headers, body })
  return { seen, milliseconds: performance.now() - began }
}

async function answerTo(url: string, { method, path, headers, body }: RawRequest): Promise<Seen> {
  try {
    const options = { method: method as 'GET' | 'POST', headers, body: body ?? null, dispatcher }
    const reply = await request(new URL(path, url), options)
    return seenIn(reply.statusCode, String(reply.headers['content-type'] ?? ''), await reply.body.text())
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    return code.includes('TIMEOUT') ? 'no answer' : 'unreachable'
  }
}
