import type { SecurityEventKind } from '@kit/db/activity/security-event-values'

import { kindLabels } from './activity-labels'
import type { Series } from './activity-steps'

/** The color of each reason. Classes, because the CSP forbids inline styles. */
export const kindFills: Record<SecurityEventKind, string> = {
  denied: 'fill-destructive',
  unauthenticated: 'fill-warning',
  'not-found': 'fill-destructive/60',
  invalid: 'fill-info',
  limited: 'fill-primary',
  unavailable: 'fill-muted-foreground',
  captcha: 'fill-success/60',
  'foreign-origin': 'fill-foreground/80',
  'stale-session': 'fill-primary/55',
  'failed-sign-in': 'fill-warning/60',
  'wrong-password': 'fill-success',
  'wrong-code': 'fill-success/35',
  'invalid-link': 'fill-info/60',
  'reported-mail': 'fill-warning/80',
}

/** The same for everything that the chart shows. */
export const seriesFills: Record<Series, string> = { ...kindFills, changes: 'fill-primary' }

export const seriesLabels: Record<Series, string> = { ...kindLabels, changes: 'Changes' }
