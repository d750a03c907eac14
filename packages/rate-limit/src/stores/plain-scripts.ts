import { createHash } from 'node:crypto'

type Send = (command: string, ...args: string[]) => Promise<unknown>

const sha1 = (script: string) => createHash('sha1').update(script).digest('hex')

/**
 * Sends commands as Upstash's client makes them to a server of any make. Its scripts begin with a line of flags that only
 * Upstash knows and that every other server refuses; they are sent without it, and called by the hash they then have.
 */
export function plainScripts(send: Send): (command: unknown) => Promise<unknown> {
  const plainHashes = new Map<string, string>()
  return async (body) => {
    if (!Array.isArray(body)) throw new TypeError('A command is a list.')
    const [command = '', ...args] = body.map(String)
    const script = args[0] ?? ''
    if (command === 'eval') {
      const plain = script.replace(/^#!lua[^\n]*\n/, '')
      plainHashes.set(sha1(script), sha1(plain))
      return send(command, plain, ...args.slice(1))
    }
    if (command === 'evalsha') return send(command, plainHashes.get(script) ?? script, ...args.slice(1))
    return send(command, ...args)
  }
}
