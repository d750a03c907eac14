import { vi } from 'vitest'

import { logger } from '@kit/log/logger'

// Tests provoke refusals on purpose, so the log is silenced. A test that checks the log spies on the logger.
logger.level = 'silent'

// A slow store is tested in @kit/rate-limit; here a busy machine must not fail a test.
vi.mock('@kit/rate-limit/stores/store', () => ({ STORE_DEADLINE: 20_000 }))
