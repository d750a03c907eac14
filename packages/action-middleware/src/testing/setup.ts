import { vi } from 'vitest'

import { logger } from '@kit/log/logger'

// What is refused on purpose is no news; a test that cares listens to the logger itself.
logger.level = 'silent'

// How soon a busy machine's store answers is no subject here; what becomes of one that does not is, in its own package.
vi.mock('@kit/rate-limit/stores/store', () => ({ STORE_DEADLINE: 20_000 }))
