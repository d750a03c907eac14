import type { Preferences } from '@kit/db/accounts/preferences'

/** Preferences as form values. Empty means the browser's setting. */
export const preferenceValues = ({ locale, timeZone }: Preferences) => ({
  locale: locale ?? '',
  timeZone: timeZone ?? '',
})

/** Converts the form's changed values to what is stored. */
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
