/** The ways to write dates and numbers that people can choose. The surrounding text stays English. */
export const formatLocales = [
  'en-AU',
  'en-CA',
  'en-GB',
  'en-IE',
  'en-IN',
  'en-NZ',
  'en-US',
  'en-ZA',
  'cs-CZ',
  'da-DK',
  'de-AT',
  'de-CH',
  'de-DE',
  'es-ES',
  'es-MX',
  'fi-FI',
  'fr-CA',
  'fr-FR',
  'it-IT',
  'ja-JP',
  'ko-KR',
  'nb-NO',
  'nl-NL',
  'pl-PL',
  'pt-BR',
  'pt-PT',
  'sv-SE',
  'tr-TR',
  'uk-UA',
  'zh-CN',
] as const

const names = new Intl.DisplayNames('en', { type: 'language', languageDisplay: 'standard' })

/** Each locale with its name, such as "German (Germany)", sorted by name. */
export const localeChoices: readonly (readonly [locale: string, name: string])[] = formatLocales
  .map((locale) => [locale, names.of(locale) ?? locale] as const)
  .toSorted(([, one], [, other]) => one.localeCompare(other, 'en'))
