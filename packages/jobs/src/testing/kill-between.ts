import { queueFor } from './queue-for'

/** Queues an email and dies right after the commit, as if by `kill -9`. Runs as its own process. */
await queueFor(process.argv[2] ?? '')
process.kill(process.pid, 'SIGKILL')
