import { join } from 'node:path'

/** The bare Next app. */
export const baseline = join(import.meta.dirname, '../../baseline')
