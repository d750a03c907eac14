import type { Extra } from './extra'
import { rawRow } from './raw-row'
import { rawSql } from './raw-sql'
import { transfer } from './transfer'

/** In order of difficulty. */
export const extras: readonly Extra[] = [rawRow, rawSql, transfer]
