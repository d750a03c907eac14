import 'server-only'
import { betterAuth } from 'better-auth/minimal'
import { drizzleAdapter } from 'better-auth/adapters/drizzle'
import { nextCookies } from 'better-auth/next-js'
import { headers } from 'next/headers'
import { admin } from 'better-auth/plugins/admin'
import { adminAc, userAc } from 'better-auth/plugins/admin/access'
import { revokeLinks, stillHasEmail } from '@kit/db/accounts/mailed-links'
import { hashPassword, verifyPassword } from '@kit/db/sign-in/password-hash'
import * as schema from '@kit/db/schema'
import { env } from '@kit/env'
import { describeError } from '@kit/log/describe-error'
import { logger } from '@kit/log/logger'
import { callerIp } from '@kit/rate-limit/ip/caller-ip'
import { maskNetwork } from '@kit/rate-limit/ip/mask-network'
import { USER_AGENT_LENGTH } from '../browsers/browser-in-words'
import { confirmEmail } from '../sign-up/confirm-email'
import { onChangeOnly } from './cookies-on-change'
import { LINK_LIFETIME } from './link-lifetime'
import { queueAccountExists, queuePasswordReset, queueVerification } from './mail'
import { inUnit, joiningDatabase } from './mailing-unit'
import { passwordBounds } from '../passwords/password-bounds'
import { cookiePrefixOf } from '../session/session-token'
import { isCodePending } from './second-factor'
import { sessionStarter } from './session-starter'

/** Seconds from sign-in until a session ends. Never extended, so reading a session never writes. */
const SESSION_LIFETIME = 7 * 24 * 60 * 60

function cookieOptions(appUrl: string) {
  return {
    // Better Auth only knows `__Secure-`, so `__Host-` is part of the name.
    useSecureCookies: false,
    cookiePrefix: cookiePrefixOf(appUrl),
    defaultCookieAttributes: {
      secure: appUrl.startsWith('https:'),
      httpOnly: true,
      sameSite: 'lax',
      path: '/',
    },
  } as const
}

function createAuth() {
  const { APP_URL, BETTER_AUTH_SECRET } = env()
  return betterAuth({
    appName: 'Gatehouse',
    baseURL: APP_URL,
    secret: BETTER_AUTH_SECRET,
    trustedOrigins: [APP_URL],
    database: drizzleAdapter(joiningDatabase(), { provider: 'pg', schema, transaction: true }),
    emailAndPassword: {
      enabled: true,
      autoSignIn: false,
      requireEmailVerification: true,
      minPasswordLength: passwordBounds.minLength,
      // Better Auth counts UTF-16 units, two for an emoji. `assertPasswordAllowed` counts code points.
      maxPasswordLength: passwordBounds.maxLength * 2,
      password: { hash: hashPassword, verify: verifyPassword },
      resetPasswordTokenExpiresIn: LINK_LIFETIME,
      // A database trigger ends the sessions. Better Auth would do it before it locks the account, which can deadlock with
      // a password change.
      revokeSessionsOnPasswordReset: false,
      // Better Auth reads the email before it stores the link, so the email may have changed since.
      sendResetPassword: async ({ user, token }) =>
        inUnit(async (transaction) => {
          if (await stillHasEmail(transaction, user)) await queuePasswordReset(transaction, user.email, token)
          else await revokeLinks(transaction, user.id)
        }),
      onPasswordReset: async ({ user }) =>
        inUnit(async (transaction) => {
          await revokeLinks(transaction, user.id)
          await confirmEmail(transaction, user.id)
        }),
      onExistingUserSignUp: async ({ user }) =>
        inUnit((transaction) => queueAccountExists(transaction, user.email)),
    },
    emailVerification: {
      expiresIn: LINK_LIFETIME,
      sendOnSignUp: true,
      sendOnSignIn: true,
      // The link proves the email, not who opens it.
      autoSignInAfterVerification: false,
      sendVerificationEmail: async ({ user, token }) =>
        inUnit((transaction) => queueVerification(transaction, user.email, token)),
    },
    // A cookie cache would keep revoked sessions alive.
    session: {
      expiresIn: SESSION_LIFETIME,
      disableSessionRefresh: true,
      cookieCache: { enabled: false },
      // `input: false`, because Better Auth has an endpoint that writes session fields.
      additionalFields: {
        confirmedAt: { type: 'date', required: false, input: false },
        lastSeenAt: { type: 'date', required: false, input: false },
      },
    },
    databaseHooks: {
      session: {
        create: {
          before: async ({ userAgent, ...begun }) => {
            if (await isCodePending(begun.userId)) return false
            return {
              data: {
                ...begun,
                userAgent: userAgent?.slice(0, USER_AGENT_LENGTH),
                // Better Auth would store the whole IP.
                ipAddress: maskNetwork(callerIp(await headers())),
              },
            }
          },
        },
      },
    },
    // A leaked table must not contain usable tokens.
    verification: { storeIdentifier: 'hashed' },
    // The action clients already limit calls, and a second limiter would count differently.
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: {
      level: 'error',
      log: (_level, message, ...details) => {
        // Logs only errors from the details, because the others can contain what was typed.
        const error = details.find((detail) => detail instanceof Error)
        logger.error({ ...(error && { error: describeError(error) }) }, message)
      },
    },
    advanced: {
      ...cookieOptions(APP_URL),
      database: { generateId: 'uuid', joins: true },
      // It would trust a header that anyone can set.
      ipAddress: { disableIpTracking: true },
    },
    plugins: [
      admin({ adminRoles: ['super-admin'], roles: { user: userAc, 'super-admin': adminAc } }),
      sessionStarter,
      // Last, so it sees the other plugins' cookies.
      onChangeOnly(nextCookies()),
    ],
  })
}

let instance: ReturnType<typeof createAuth> | undefined

/**
 * Returns Better Auth, created at first use because a build has no settings. Its routes are never mounted. Pass `headers`
 * to every call: without them, Better Auth trusts the caller.
 * @throws EnvError when a setting is missing
 */
export function auth(): ReturnType<typeof createAuth> {
  instance ??= createAuth()
  return instance
}
