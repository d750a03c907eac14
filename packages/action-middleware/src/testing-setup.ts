import { logger } from './logger'

// What is refused on purpose is no news; a test that cares listens to the logger itself.
logger.level = 'silent'
