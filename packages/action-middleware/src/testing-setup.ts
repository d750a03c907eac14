import { vi } from 'vitest'

import { logger } from './logger'

// What is refused on purpose is no news; a test that cares listens to the logger itself.
logger.level = 'silent'

// How soon a busy machine's store answers is no subject here; what becomes of one that does not is, in its own package.
vi.mock('@kit/rate-limit/store', () => ({ STORE_DEADLINE: 20_000 }))
