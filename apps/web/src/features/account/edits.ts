import type { Preferences } from '@kit/db/accounts/preferences'

/** Preferences as the form edits them: empty for what the browser says. */
export const preferenceValues = ({ locale, timeZone }: Preferences) => ({
  locale: locale ?? '',
  timeZone: timeZone ?? '',
})

/** What to store for the values of the form that changed. */
export function storedPreferences({
  locale,
  timeZone,
}: {
  locale?: string
  timeZone?: string
}): Partial<Preferences> {
  return {
    ...(locale !== undefined && { locale: locale || null }),
    ...(timeZone !== undefined && { timeZone: timeZone || null }),
  }
}
