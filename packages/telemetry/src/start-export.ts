import { metrics } from '@opentelemetry/api'
import { OTLPMetricExporter } from '@opentelemetry/exporter-metrics-otlp-http'
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http'
import { resourceFromAttributes } from '@opentelemetry/resources'
import { MeterProvider, PeriodicExportingMetricReader } from '@opentelemetry/sdk-metrics'
import { BatchSpanProcessor, NodeTracerProvider } from '@opentelemetry/sdk-trace-node'

/** Milliseconds. */
const EXPORT_EVERY = 15_000

export interface Export {
  /** Sends what is left. Resolves after `deadline` milliseconds at the latest, sent or not. */
  stop: (deadline: number) => Promise<void>
}

/**
 * Sends traces and metrics to an OpenTelemetry collector, as JSON over HTTP. A collector that is away costs what it would have
 * got, and nothing else.
 * @param endpoint the collector's base URL, such as http://localhost:4318
 */
export function startExport(endpoint: string): Export {
  const base = endpoint.replace(/\/$/, '')
  const resource = resourceFromAttributes({ 'service.name': 'gatehouse' })
  const tracers = new NodeTracerProvider({
    resource,
    spanProcessors: [new BatchSpanProcessor(new OTLPTraceExporter({ url: `${base}/v1/traces` }))],
  })
  tracers.register()
  const meters = new MeterProvider({
    resource,
    readers: [
      new PeriodicExportingMetricReader({
        exporter: new OTLPMetricExporter({ url: `${base}/v1/metrics` }),
        exportIntervalMillis: EXPORT_EVERY,
      }),
    ],
  })
  metrics.setGlobalMeterProvider(meters)
  return {
    stop: async (deadline) => {
      let timer: NodeJS.Timeout | undefined
      const late = new Promise((resolve) => (timer = setTimeout(resolve, deadline)))
      const sent = Promise.allSettled([tracers.shutdown(), meters.shutdown()])
      await Promise.race([sent, late])
      clearTimeout(timer)
    },
  }
}
