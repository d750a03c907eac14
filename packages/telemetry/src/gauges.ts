import { metrics } from '@opentelemetry/api'

import { exporting } from './exporting'

/**
 * Reports the values that `read` returns before each export, under these names. Does nothing while telemetry is off. If it fails,
 * that export goes without them.
 * @returns a function that ends it
 */
export function reportGauges<Name extends string>(
  names: readonly Name[],
  read: () => Promise<Record<Name, number>>,
): () => void {
  if (!exporting()) return () => {}
  const meter = metrics.getMeter('gatehouse')
  const gauges = names.map((name) => [name, meter.createObservableGauge(name)] as const)
  const observed = gauges.map(([, gauge]) => gauge)
  const observe: Parameters<typeof meter.addBatchObservableCallback>[0] = async (result) => {
    const values = await read().catch(() => undefined)
    if (values) for (const [name, gauge] of gauges) result.observe(gauge, values[name])
  }
  meter.addBatchObservableCallback(observe, observed)
  return () => meter.removeBatchObservableCallback(observe, observed)
}
