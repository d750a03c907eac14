/**
 * Returns the app's public host, for settings that Next reads before it serves. A build may have none: `start` reads it
 * again and checks all settings. Without the schema of the settings, because every start of Next waits for this file.
 */
export function publicHost(): string | undefined {
  const { APP_URL = '' } = process.env
  if (!/^https?:/i.test(APP_URL) || !URL.canParse(APP_URL)) return undefined
  const { host, href, origin } = new URL(APP_URL)
  // Next treats an asterisk as a pattern.
  return href === `${origin}/` && /^[a-z\d.-]+(?::\d+)?$/.test(host) ? host : undefined
}
