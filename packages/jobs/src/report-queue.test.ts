import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { openWorkerConnections } from '@kit/db/connection/worker-connections'
import { useTestDatabase } from '@kit/db/testing/use-test-database'
import { exporting } from '@kit/telemetry/exporting'
import { startExport } from '@kit/telemetry/start-export'
import { reportQueue } from './report-queue'

const db = useTestDatabase()

test('reports what waits, what was retried and what was given up to the collector', async () => {
  let got = ''
  const collector = createServer(async (request, response) => {
    for await (const chunk of request) got += String(chunk)
    response.setHeader('Content-Type', 'application/json').end('{}')
  }).listen(0, '127.0.0.1')
  await once(collector, 'listening')
  await db.owner`INSERT INTO mail (id, sealed, status, attempts, fault, created_at, expires_at, settled_at) VALUES
    (gen_random_uuid(), 'x', 'waiting', 0, NULL, now(), now() + interval '1 hour', NULL),
    (gen_random_uuid(), 'x', 'waiting', 3, 'ECONNREFUSED', now() - interval '90 seconds', now() + interval '1 hour', NULL),
    (gen_random_uuid(), NULL, 'failed', 9, 'EXPIRED', now() - interval '2 hours', now(), now() - interval '1 hour'),
    (gen_random_uuid(), NULL, 'failed', 9, 'EXPIRED', now() - interval '3 days', now(), now() - interval '2 days')`
  startExport(`http://127.0.0.1:${(collector.address() as AddressInfo).port}`)
  const connections = openWorkerConnections()
  const end = reportQueue(connections)
  await exporting()?.stop(60_000)
  end()
  await connections.close()
  collector.close()

  const { resourceMetrics } = JSON.parse(got) as {
    resourceMetrics: { scopeMetrics: { metrics: Metric[] }[] }[]
  }
  const metrics = resourceMetrics
    .flatMap(({ scopeMetrics }) => scopeMetrics)
    .flatMap((scope) => scope.metrics)
  const value = (name: string) => {
    const [point] = metrics.find((metric) => metric.name === `gatehouse.mail.${name}`)?.gauge.dataPoints ?? []
    return Number(point?.asDouble ?? point?.asInt)
  }
  expect([value('waiting'), value('retried'), value('failed')]).toEqual([2, 1, 1])
  expect(value('oldest')).toBeGreaterThanOrEqual(90)
  expect(got).not.toContain('ECONNREFUSED')
})

interface Metric {
  name: string
  gauge: { dataPoints: { asInt?: number; asDouble?: number }[] }
}
