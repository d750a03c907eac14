import type { Bench } from '../bench'
import type { Figure } from '../numbers/figure'

export type Measurement = (bench: Bench) => Promise<Figure[]>
