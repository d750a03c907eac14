'use server'

import {
  formData,
  formErrors,
  organizationActionClient,
  supportActionClient,
  withFeaturePermission,
  withFreshSession,
  withRateLimit,
} from '@kit/action-middleware'
import { attributed } from '@kit/db/activity/attribute'
import { readTimeZone } from '@/lib/dates/read-date-settings'

import { exportOf, filtersOf, MOST_EXPORTED } from './export-rows'
import { readActivity, readAllActivity } from './read-activity'
import { exportActivitySchema, exportAllActivitySchema } from './schema'

// Actions, not routes: a fresh session, the limit and the origin are checked in one place for all. The reply contains the file,
// and the statement that reads the rows also records the export.

export const exportActivityAction = organizationActionClient
  .metadata({ name: 'activity.export' })
  .use(withFeaturePermission({ audit: ['read'] }))
  .use(withFreshSession())
  .use(withRateLimit('activity.export'))
  .inputSchema(formData(exportActivitySchema), formErrors)
  .stateAction(async ({ parsedInput: { filters }, ctx: { db, user } }) => {
    const reading = { timeZone: await readTimeZone(user), limit: MOST_EXPORTED, isExport: true }
    return exportOf(await readActivity(db, filtersOf(filters), reading))
  })

export const exportAllActivityAction = supportActionClient
  .metadata({ name: 'activity.exportAll' })
  .use(withFreshSession())
  .use(withRateLimit('activity.export'))
  .inputSchema(formData(exportAllActivitySchema), formErrors)
  .stateAction(async ({ parsedInput: { filters }, ctx: { user, requestId }, metadata }) => {
    const reading = { timeZone: await readTimeZone(user), limit: MOST_EXPORTED, isExport: true }
    const author = { userId: user.id, action: metadata.name, requestId }
    return exportOf(await attributed(author, (db) => readAllActivity(filtersOf(filters), reading, db)))
  })
