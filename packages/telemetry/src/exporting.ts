export interface Export {
  /** Sends what is still buffered. Resolves within `deadline` milliseconds, sent or not. */
  stop: (deadline: number) => Promise<void>
}

// On globalThis, because a bundler loads this module more than once.
const shared: typeof globalThis & { gatehouseExport?: Export } = globalThis

/** Returns the process's export, or undefined when telemetry is off. */
export function exporting(): Export | undefined {
  return shared.gatehouseExport
}

export function setExporting(started: Export | undefined): void {
  shared.gatehouseExport = started
}
