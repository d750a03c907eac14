import { startWorker } from '../worker'

/** Runs the worker until it is killed. Run as a process of its own. */
startWorker()
