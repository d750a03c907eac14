// On globalThis, because Next loads this module for instrumentation and again for each route.
const shared: typeof globalThis & { gatehouseStopping?: boolean } = globalThis

/** Makes `/readyz` fail, so a load balancer stops sending requests. */
export function startStopping(): void {
  shared.gatehouseStopping = true
}

export function isStopping(): boolean {
  return shared.gatehouseStopping === true
}
