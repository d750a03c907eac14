import { vi } from 'vitest'

import { logger } from '@kit/log/logger'

// Tests provoke failures on purpose; one that cares spies on the logger.
logger.level = 'silent'

// In tests, Next's request is a test browser. Better Auth imports the file by its full name.
vi.mock('next/headers', async () => (await import('./testing')).nextHeaders)
vi.mock('next/headers.js', async () => (await import('./testing')).nextHeaders)
