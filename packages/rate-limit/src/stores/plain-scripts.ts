import { createHash } from 'node:crypto'

type Send = (command: string, ...args: string[]) => Promise<unknown>

const sha1 = (script: string) => createHash('sha1').update(script).digest('hex')

/**
 * Sends the commands of Upstash's client to any Redis. Its scripts start with a flag line that only Upstash accepts, so
 * they are sent without it and called by their new hash.
 */
export function plainScripts(send: Send): (command: unknown) => Promise<unknown> {
  const plainHashes = new Map<string, string>()
  return async (body) => {
    if (!Array.isArray(body)) throw new TypeError('A command must be an array.')
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
