import { settings } from './env'

/**
 * The host that people reach the app under, for settings that are read before a process starts to serve. A build may
 * have none, and need not: it is read again when the build is started, where all settings are checked.
 */
export function publicHost(): string | undefined {
  const { data } = settings.shape.APP_URL.safeParse(process.env.APP_URL)
  return data && new URL(data).host
}
