import { vi } from 'vitest'

// Next's request is a browser of the tests here; Better Auth asks for the file by its full name.
vi.mock('next/headers', async () => (await import('./testing')).nextHeaders)
vi.mock('next/headers.js', async () => (await import('./testing')).nextHeaders)
vi.mock('next/server', async () => (await import('./testing')).nextServer)
