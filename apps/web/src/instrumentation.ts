import type { Instrumentation } from 'next'

/**
 * Runs once before the server takes its first request. A production server with invalid settings or a database role
 * that row-level security does not bind must not answer at all, however it was started. Limits by IP need
 * the IP of each connection's socket. Refused pages get text for browsers without JavaScript. Overload and requests that Next
 * can't read get their own responses. Pages that are the same for every stranger are sent from memory. Last, the worker that sends queued mail.
 */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { notePeerIps } = await import('@kit/rate-limit/ip/peer-ip')
  notePeerIps()
  const { fillRefusedPages } = await import('./lib/no-script/fill-refused-pages')
  fillRefusedPages()
  const { watchAnswers } = await import('./lib/overload/overload-response')
  watchAnswers()
  const { refuseUnreadable } = await import('./lib/request/refuse-unreadable')
  refuseUnreadable()
  if (process.env.NODE_ENV === 'production') {
    const { cachePublicPages } = await import('./lib/page-cache/cache-public-pages')
    cachePublicPages()
  }
  // Set by packages/server. Without it Next handles the signals itself, and exits before the pool is closed.
  if (process.env.NEXT_MANUAL_SIG_HANDLE) {
    const { stopWithProcess } = await import('./lib/lifecycle/stop-with-process')
    stopWithProcess()
  }
  const { assertReady } = await import('./lib/request/readiness')
  await assertReady()
  const { env } = await import('@kit/env')
  const { OTEL_EXPORTER_OTLP_ENDPOINT: endpoint } = env()
  if (endpoint) {
    const { startExport } = await import('@kit/telemetry/start-export')
    startExport(endpoint)
  }
  const { startAppWorker } = await import('@kit/jobs/app-worker')
  startAppWorker()
}

/** Logs what failed. A page that failed because of overload answers 503 or 429 instead of 500. */
export const onRequestError: Instrumentation.onRequestError = async (error, request, context) => {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { logRequestError } = await import('./lib/request/log-request-error')
  logRequestError(error, request, context)
  // Next calls a page that answers a form without JavaScript an action.
  if (context.routeType !== 'render' && context.routeType !== 'action') return
  const { noteFailedPage } = await import('./lib/overload/overload-response')
  noteFailedPage(error)
}
