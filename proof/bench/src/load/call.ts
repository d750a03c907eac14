/** One request and what a right answer to it is. */
export interface Call {
  method: 'GET' | 'POST'
  path: string
  headers: Record<string, string>
  body?: Buffer
  /** In the body of a right answer, besides status 200. */
  expects: string
}

/** Gives the next call; each comes from another person. */
export type Calls = () => Call

/** A page, read by the person whose cookie it is. */
export function pageCall(path: string, expects: string, cookie?: string): Call {
  const headers = { Accept: 'text/html', ...(cookie !== undefined && { Cookie: cookie }) }
  return { method: 'GET', path, headers, expects }
}

/** Goes through the calls again and again. */
export function rotate(calls: readonly Call[]): Calls {
  let index = 0
  return () => {
    const call = calls[index % calls.length]
    if (!call) throw new Error('There are no calls.')
    index += 1
    return call
  }
}

export const isRight = ({ expects }: Call, status: number, body: string) =>
  status === 200 && body.includes(expects)
