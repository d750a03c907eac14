import { z } from 'zod'

import { SEARCH_LENGTH } from '../input/search-length'

/** The `search` parameter of a list. A longer one searches for nothing; `SearchField` says so. */
export const searchSchema = z.string().trim().min(1).max(SEARCH_LENGTH).optional().catch(undefined)
