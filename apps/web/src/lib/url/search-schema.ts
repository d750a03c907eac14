import { z } from 'zod'

import { SEARCH_LENGTH } from '../input/search-length'

/** The `search` parameter of a list. A longer one finds nothing, and `SearchField` explains why. */
export const searchSchema = z.string().trim().min(1).max(SEARCH_LENGTH).optional().catch(undefined)
