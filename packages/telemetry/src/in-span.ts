import { SpanStatusCode, trace, type Attributes } from '@opentelemetry/api'

import { exporting } from './exporting'

/**
 * Runs `work` in a span that fails if the work does; while telemetry is off, just runs it. Only an error's type is kept, because
 * its text may repeat input.
 */
export function inSpan<T>(name: string, attributes: Attributes, work: () => PromiseLike<T>): PromiseLike<T> {
  if (!exporting()) return work()
  return trace.getTracer('gatehouse').startActiveSpan(name, { attributes }, async (span) => {
    try {
      return await work()
    } catch (error) {
      span.setStatus({ code: SpanStatusCode.ERROR })
      if (error instanceof Error) span.setAttribute('error.type', error.name)
      throw error
    } finally {
      span.end()
    }
  })
}
