import type { Fault } from '../engine/fault'
import { appKilled } from './app-killed'
import { appPaused } from './app-paused'
import { appStopped } from './app-stopped'
import { deploy } from './deploy'
import { dumpAndRestore } from './dump-and-restore'
import { locks } from './locks'
import { mailDiskFull } from './mail-disk-full'
import { pageFlood } from './page-flood'
import { poolExhausted } from './pool-exhausted'
import { postgresKilled } from './postgres-killed'
import { postgresPaused } from './postgres-paused'
import { postgresStopped } from './postgres-stopped'
import { redisGone } from './redis-gone'
import { redisPaused } from './redis-paused'
import { smtpDrops } from './smtp-drops'
import { smtpHangs } from './smtp-hangs'
import { smtpRefuses } from './smtp-refuses'
import { twoProcesses } from './two-processes'

/** The slow ones last. */
export const faults: readonly Fault[] = [
  appKilled,
  appStopped,
  appPaused,
  postgresKilled,
  postgresStopped,
  postgresPaused,
  locks,
  poolExhausted,
  pageFlood,
  smtpRefuses,
  smtpDrops,
  smtpHangs,
  mailDiskFull,
  redisGone,
  redisPaused,
  twoProcesses,
  deploy,
  dumpAndRestore,
]
