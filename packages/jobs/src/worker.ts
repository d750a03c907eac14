import { setTimeout as sleep } from 'node:timers/promises'
import { openWorkerConnections } from '@kit/db/connection/worker-connections'
import { describeError } from '@kit/log/describe-error'
import { logger } from '@kit/log/logger'
import { deliverNext } from './deliver'
import { removeExpired } from './remove-expired'
import { reportQueue } from './report-queue'

export interface Worker {
  /** Finishes what is being sent, for a few seconds at most, and closes the connections. The rest stays queued. */
  stop: () => Promise<void>
}

/** Emails sent at the same time. */
const LANES = 4
/** Milliseconds between polls for retries, and for mail whose notification was missed. */
const POLL = 5000
/** Milliseconds between removals of expired rows. */
const REMOVAL = 10 * 60 * 1000
/** Milliseconds to finish mail that is being sent when the worker stops. */
const PATIENCE = 4000

/** Sends queued mail right after each commit, retries what failed, and removes expired rows every ten minutes. */
export function startWorker(): Worker {
  const connections = openWorkerConnections()
  const lanes = new Set<Promise<void>>()
  let isStopping = false
  let isListening = false
  /** Something was queued while every lane was busy, and possibly about to end. */
  let missed = false

  const wake = () => {
    if (isStopping) return
    if (lanes.size >= LANES) {
      missed = true
      return
    }
    const lane = sendAll()
      .catch(report)
      .finally(() => {
        lanes.delete(lane)
        if (missed) {
          missed = false
          wake()
        }
      })
    lanes.add(lane)
  }
  const sendAll = async () => {
    // Another lane looks for more while this one sends.
    for (;;) if (isStopping || !(await deliverNext(connections, wake))) return
  }
  const listen = async () => {
    isListening = true
    try {
      await connections.onMail(wake)
    } catch (error) {
      isListening = false
      report(error)
    }
  }
  const look = () => {
    if (!isListening) void listen()
    wake()
  }
  const remove = () => void removeExpired(connections).catch(report)

  look()
  remove()
  const timers = [setInterval(look, POLL), setInterval(remove, REMOVAL)]
  const endReport = reportQueue(connections)
  return {
    stop: async () => {
      isStopping = true
      endReport()
      for (const timer of timers) clearInterval(timer)
      await Promise.race([Promise.all(lanes), sleep(PATIENCE)])
      await connections.close()
    },
  }
}

function report(error: unknown): void {
  logger.error({ error: describeError(error) }, 'the worker could not reach the database')
}
