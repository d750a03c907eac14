import 'server-only'
import { cache } from 'react'

import { env } from '@kit/env'

import { ReadWindow } from './read-window'
import { TooManyReadsError } from './too-many-reads'

const reads = new ReadWindow()

/**
 * Counts one page of a signed-in person: once per render, however many parts ask.
 * @throws TooManyReadsError
 */
export const countPersonRead = cache((userId: string): void => {
  const wait = reads.take(userId, env().PAGE_READS_PER_MINUTE)
  if (wait > 0) throw new TooManyReadsError(wait)
})
