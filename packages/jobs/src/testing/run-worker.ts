import { startWorker } from '../worker'

/** Runs the worker until it is killed. Runs as its own process. */
startWorker()
