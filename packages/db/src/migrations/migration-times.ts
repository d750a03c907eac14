import journal from '../../drizzle/meta/_journal.json' with { type: 'json' }

/**
 * The time of each migration, in order; Drizzle identifies them by it. Imported rather than read, because a bundled server
 * has no migrations folder.
 */
export const migrationTimes: readonly number[] = journal.entries.map((entry) => entry.when)
