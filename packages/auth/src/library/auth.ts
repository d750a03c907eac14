import 'server-only'
import { betterAuth } from 'better-auth/minimal'
import { drizzleAdapter } from 'better-auth/adapters/drizzle'
import { nextCookies } from 'better-auth/next-js'
import { admin } from 'better-auth/plugins/admin'
import { adminAc, userAc } from 'better-auth/plugins/admin/access'
import { database } from '@kit/db/connection/client'
import { mayBeMailed, revokeLinks } from '@kit/db/accounts/mailed-links'
import { hashPassword, verifyPassword } from '@kit/db/accounts/password-hash'
import * as schema from '@kit/db/schema'
import { env } from '@kit/env'
import { describeError } from '@kit/log/describe-error'
import { logger } from '@kit/log/logger'
import { confirmEmail } from '../accounts/confirm-email'
import { LINK_LIFETIME } from './link-lifetime'
import { sendAccountExists, sendPasswordReset, sendVerification } from './mail'
import { passwordBounds } from '../accounts/password-bounds'

/** Seconds. A session ends this long after sign-in whatever happens meanwhile, so reading one never writes. */
const SESSION_LIFETIME = 7 * 24 * 60 * 60

/** `__Host-` makes the browser refuse the cookie from another host, path or plain http; it exists on https only. */
function cookieOptions(appUrl: string) {
  const secure = appUrl.startsWith('https:')
  return {
    // The library knows `__Secure-` only, so the prefix is given as part of the name.
    useSecureCookies: false,
    cookiePrefix: secure ? '__Host-gatehouse' : 'gatehouse',
    defaultCookieAttributes: { secure, httpOnly: true, sameSite: 'lax', path: '/' },
  } as const
}

function createAuth() {
  const { APP_URL, BETTER_AUTH_SECRET } = env()
  return betterAuth({
    appName: 'Gatehouse',
    baseURL: APP_URL,
    secret: BETTER_AUTH_SECRET,
    trustedOrigins: [APP_URL],
    database: drizzleAdapter(database(), { provider: 'pg', schema, transaction: true }),
    emailAndPassword: {
      enabled: true,
      autoSignIn: false,
      requireEmailVerification: true,
      minPasswordLength: passwordBounds.minLength,
      maxPasswordLength: passwordBounds.maxLength,
      password: { hash: hashPassword, verify: verifyPassword },
      resetPasswordTokenExpiresIn: LINK_LIFETIME,
      // A trigger ends the sessions of a changed password, once it has the account. The library would do it before, and
      // a change on its way would wait for the reset that waits for it.
      revokeSessionsOnPasswordReset: false,
      // The library read the address before it kept the link.
      sendResetPassword: async ({ user, token }) => {
        if (await mayBeMailed(user)) sendPasswordReset(user.email, token)
      },
      onPasswordReset: async ({ user }) => {
        await database().transaction((transaction) => revokeLinks(transaction, user.id))
        await confirmEmail(user.id)
      },
      onExistingUserSignUp: async ({ user }) => sendAccountExists(user.email),
    },
    emailVerification: {
      expiresIn: LINK_LIFETIME,
      sendOnSignUp: true,
      sendOnSignIn: true,
      // Whoever opens the link may be signed in as somebody else; the link says whose address it is, not who is there.
      autoSignInAfterVerification: false,
      sendVerificationEmail: async ({ user, token }) => sendVerification(user.email, token),
    },
    // A cached cookie would answer for a session that is revoked.
    session: {
      expiresIn: SESSION_LIFETIME,
      disableSessionRefresh: true,
      cookieCache: { enabled: false },
      // Read with the session, and never taken from a caller: the library has an endpoint that writes such fields.
      additionalFields: { provedAt: { type: 'date', required: false, input: false } },
    },
    // A copy of the table does not open accounts.
    verification: { storeIdentifier: 'hashed' },
    // The gate counts; a second limiter would count differently.
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: {
      level: 'error',
      log: (_level, message, ...details) => {
        // Of the details, only an error: the others may hold what was typed.
        const error = details.find((detail) => detail instanceof Error)
        logger.error({ ...(error && { error: describeError(error) }) }, message)
      },
    },
    advanced: {
      ...cookieOptions(APP_URL),
      database: { generateId: 'uuid', joins: true },
      // It would believe a header that anybody can write.
      ipAddress: { disableIpTracking: true },
    },
    plugins: [
      admin({ adminRoles: ['super-admin'], roles: { user: userAc, 'super-admin': adminAc } }),
      // Last, so that it sees the cookies that the others set.
      nextCookies(),
    ],
  })
}

let instance: ReturnType<typeof createAuth> | undefined

/**
 * Better Auth, made once at first use, since a build has no settings. Nothing mounts its routes: they would be a second
 * door. Every call passes `headers`, because without them the library takes the caller for trusted.
 * @throws EnvError when a setting is missing.
 */
export function auth(): ReturnType<typeof createAuth> {
  instance ??= createAuth()
  return instance
}
