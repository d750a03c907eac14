import type { ReadableSpan, SpanExporter } from '@opentelemetry/sdk-trace-node'

/** Attributes that never contain input: an allow-list, because Next and libraries add others, such as whole URLs. */
const kept = new Set([
  'db.query.text',
  'db.system.name',
  'error.type',
  'http.method',
  'http.request.method',
  'http.response.status_code',
  'http.route',
  'http.status_code',
  'next.route',
  'next.rsc',
  'next.span_type',
])

const isKept = (name: string) => kept.has(name) || name.startsWith('gatehouse.')

/** An exporter that sends spans without URLs, query values, error messages or anything else that a person may have typed. */
export function withoutValues(exporter: SpanExporter): SpanExporter {
  return {
    export: (spans, done) => exporter.export(spans.map(strip), done),
    shutdown: () => exporter.shutdown(),
    forceFlush: async () => exporter.forceFlush?.(),
  }
}

function strip(span: ReadableSpan): ReadableSpan {
  const attributes = Object.entries(span.attributes).filter(([name]) => isKept(name))
  return Object.create(span, {
    name: { value: span.name.split('?', 1)[0] },
    attributes: { value: Object.fromEntries(attributes) },
    // Exceptions, with their messages and stacks.
    events: { value: [] },
    links: { value: [] },
    status: { value: { code: span.status.code } },
  })
}
