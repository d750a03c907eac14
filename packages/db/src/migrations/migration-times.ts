import journal from '../../drizzle/meta/_journal.json' with { type: 'json' }

/**
 * When each migration was made, in the order in which they run; Drizzle knows them by this number. Imported, not read:
 * a bundled server has no folder of migrations beside it.
 */
export const migrationTimes: readonly number[] = journal.entries.map((entry) => entry.when)
