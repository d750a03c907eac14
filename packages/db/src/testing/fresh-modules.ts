import { afterAll, vi } from 'vitest'

// For test files that share a process. Each gets its own modules, so it can mock what an earlier file has loaded.
vi.resetModules()

const before = new Set(Object.keys(globalThis))

afterAll(() => {
  vi.unstubAllEnvs()
  vi.unstubAllGlobals()
  vi.useRealTimers()
  for (const name of Object.keys(globalThis)) if (!before.has(name)) Reflect.deleteProperty(globalThis, name)
})
