/** A request and its expected response. */
export interface Call {
  method: 'GET' | 'POST'
  path: string
  headers: Record<string, string>
  body?: Buffer
  /** Text that a correct response contains, in addition to status 200. */
  expects: string
}

/** Returns the next call. Each comes from another person. */
export type Calls = () => Call

/** Requests a page with a person's cookie. */
export function pageCall(path: string, expects: string, cookie?: string): Call {
  const headers = { Accept: 'text/html', ...(cookie !== undefined && { Cookie: cookie }) }
  return { method: 'GET', path, headers, expects }
}

/** Cycles through the calls. */
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
