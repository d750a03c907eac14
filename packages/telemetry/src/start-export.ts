import { context, metrics, propagation, trace } from '@opentelemetry/api'
import { OTLPMetricExporter } from '@opentelemetry/exporter-metrics-otlp-http'
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http'
import { resourceFromAttributes } from '@opentelemetry/resources'
import { MeterProvider, PeriodicExportingMetricReader } from '@opentelemetry/sdk-metrics'
import { BatchSpanProcessor, NodeTracerProvider } from '@opentelemetry/sdk-trace-node'

import { exporting, setExporting } from './exporting'
import { requestMetrics } from './request-metrics'
import { withoutValues } from './without-values'

/** Milliseconds. */
const EXPORT_EVERY = 15_000

/**
 * Sends traces and metrics to an OpenTelemetry collector, as JSON over HTTP, until `exporting()?.stop()`. While the collector
 * is down, traces and metrics are dropped. Repeated calls do nothing.
 * @param endpoint the collector's base URL, such as http://localhost:4318
 */
export function startExport(endpoint: string): void {
  if (exporting()) return
  const base = endpoint.replace(/\/$/, '')
  const resource = resourceFromAttributes({ 'service.name': 'gatehouse' })
  const exporter = new OTLPMetricExporter({ url: `${base}/v1/metrics` })
  const meters = new MeterProvider({
    resource,
    readers: [new PeriodicExportingMetricReader({ exporter, exportIntervalMillis: EXPORT_EVERY })],
  })
  const spans = new BatchSpanProcessor(withoutValues(new OTLPTraceExporter({ url: `${base}/v1/traces` })))
  const tracers = new NodeTracerProvider({
    resource,
    spanProcessors: [requestMetrics(meters.getMeter('gatehouse')), spans],
  })
  metrics.setGlobalMeterProvider(meters)
  tracers.register()
  setExporting({
    stop: async (deadline) => {
      setExporting(undefined)
      let timer: NodeJS.Timeout | undefined
      const late = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, deadline)
      })
      await Promise.race([Promise.allSettled([tracers.shutdown(), meters.shutdown()]), late])
      clearTimeout(timer)
      for (const api of [trace, metrics, context, propagation]) api.disable()
    },
  })
}
