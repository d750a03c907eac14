import type { Domain, Subject } from '@/lib/domain/domain'
import { people } from '@/features/people/domain'
import { domains } from '@/lib/domains'

/** Audited subjects by table. */
export const subjects: ReadonlyMap<string, Subject> = new Map(
  [...domains, people].flatMap(({ activity = {} }: Domain) => Object.entries(activity)),
)
