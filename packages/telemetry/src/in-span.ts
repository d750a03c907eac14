import { SpanStatusCode, trace, type Attributes } from '@opentelemetry/api'

/**
 * Runs `work` in a span, which fails as the work does. Costs next to nothing unless export is on. The error's text is left out,
 * because it can contain what a person typed.
 */
export function inSpan<T>(name: string, attributes: Attributes, work: () => Promise<T>): Promise<T> {
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
