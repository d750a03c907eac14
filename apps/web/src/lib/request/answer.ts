import { AsyncLocalStorage } from 'node:async_hooks'

/** A value that no two responses may share, and how to make another. */
export interface FreshValue {
  value: string
  make: () => string
}

/** The parts of the response to one request that Next doesn't decide. */
export interface Answer {
  /** Logged with everything that this request causes. */
  requestId: string
  /** The values that rendering the page added for this response only. */
  fresh: FreshValue[]
  /** Set once a page failed because of overload. Replaces the response that Next would send. */
  overload?: { status: 503 | 429; retryAfterSeconds: number }
  /** Set when a form from an earlier deployment was posted: what was typed, for the page that is rendered again. */
  stalePost?: Record<string, string>
  /** What was typed into a form without JavaScript, without secrets, in case no page can be rendered. */
  typed?: Record<string, string>
}

// On globalThis, because Next loads this module for instrumentation, for the proxy and again for each route.
const shared: typeof globalThis & { gatehouseAnswers?: AsyncLocalStorage<Answer> } = globalThis
shared.gatehouseAnswers ??= new AsyncLocalStorage()

/** Entered by `watchAnswers` for every request of a page. */
export const answers = shared.gatehouseAnswers
