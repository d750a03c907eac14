import { settings } from './env'

/**
 * Returns the app's public host, for settings that Next reads before it serves. A build may have none: `start` reads it
 * again and checks all settings.
 */
export function publicHost(): string | undefined {
  const { data } = settings.shape.APP_URL.safeParse(process.env.APP_URL)
  return data && new URL(data).host
}
