import type { nextCookies } from 'better-auth/next-js'

/**
 * Keeps session reads from writing cookies. Better Auth expires the cookie of a session that has ended. In an action,
 * Next would then render the page again for someone who is signed out, and what they typed would be lost. An ended session's
 * cookie opens nothing, and the next sign-in replaces it.
 */
export function onChangeOnly(plugin: ReturnType<typeof nextCookies>) {
  const after = plugin.hooks.after.map((hook) => ({ ...hook, matcher: isChange }))
  return { ...plugin, hooks: { ...plugin.hooks, after } }
}

function isChange({ path }: { path?: string }): boolean {
  return path !== '/get-session'
}
