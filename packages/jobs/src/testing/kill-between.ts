import { queueFor } from './queue-for'

/** Queues a mail, and dies as by `kill -9` right after the commit. Run as a process of its own. */
await queueFor(process.argv[2] ?? '')
process.kill(process.pid, 'SIGKILL')
