import { join } from 'node:path'

/** The bare Next app. */
export const baseline = join(import.meta.dirname, '../../baseline')

/** A bare app with the libraries of the product. */
export const stack = join(import.meta.dirname, '../../stack')
