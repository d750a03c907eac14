import type { Meter } from '@opentelemetry/api'
import type { SpanProcessor } from '@opentelemetry/sdk-trace-node'

/** Counts requests and their duration in seconds by route and status, from the span that Next opens for each. */
export function requestMetrics(meter: Meter): SpanProcessor {
  const duration = meter.createHistogram('http.server.request.duration', { unit: 's' })
  return {
    onStart: () => {},
    onEnd: ({ attributes, duration: [seconds, nanoseconds] }) => {
      if (attributes['next.span_type'] !== 'BaseServer.handleRequest') return
      duration.record(seconds + nanoseconds / 1e9, {
        'http.request.method': String(attributes['http.method']),
        'http.route': String(attributes['http.route'] ?? attributes['next.route'] ?? ''),
        'http.response.status_code': Number(attributes['http.status_code'] ?? 0),
      })
    },
    forceFlush: async () => {},
    shutdown: async () => {},
  }
}
