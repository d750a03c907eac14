import {
  CREDENTIAL,
  labelsOf,
  native,
  object,
  promise,
  labeled,
  PRINCIPAL,
  type Abstract,
} from '../guards/abstract'
import type { Call } from '../guards/run'
import { recordUse } from '../calls/record-use'
import { allowed, decision, session, signedIn } from './session-values'

/** The library's public endpoints. */
const open =
  /^(signIn|signUp|signOut|requestPasswordReset|forgetPassword|forgotPassword|resetPassword|verifyEmail|sendVerificationEmail|verify|callback|ok$|error$|sendVerificationOTP|checkVerificationOTP|isUsernameAvailable|getJwks)/
const reading = /^(get|list|has|has|check|userHas)/

/** `betterAuth({ … })` and its result. */
export function betterAuth(callee: Extract<Abstract, { kind: 'external' }>): Abstract | undefined {
  if (callee.source !== 'better-auth' && callee.source !== 'better-auth/minimal') return undefined
  return callee.path === 'betterAuth' ? instance : undefined
}

const api: Abstract = {
  kind: 'host',
  labels: 0,
  name: 'auth.api',
  member: (key) => native(`auth.api.${key}`, (call) => endpoint(key, call)),
}

const instance: Abstract = object({ api }, 'betterAuth')

function endpoint(key: string, call: Call): Abstract {
  const { site, args } = call
  const note = `auth.api.${key}() of Better Auth`
  if (key === 'getSession') return promise(session(site, note))
  if (key === 'hasPermission' || key === 'userHasPermission') {
    const may = decision(allowed(site, note))
    return promise(object({ success: may, error: labeled(0, { falsy: allowed(site, note) }) }))
  }
  // Without the request's headers it trusts the caller. With them it checks the session itself.
  const asksItself = !open.test(key) && hasHeaders(args[0])
  if (asksItself && reading.test(key)) return promise(labeled(PRINCIPAL), signedIn(site, note))
  if (asksItself) {
    const facts = allowed(site, note)
    const use = recordUse('write', `auth.api.${key}`, call)
    use.facts = new Map([...use.facts, ...facts])
    return promise(labeled(PRINCIPAL), facts)
  }
  if (!reading.test(key)) recordUse('write', `auth.api.${key}`, call)
  return promise(labeled(0))
}

function hasHeaders(options: Abstract | undefined): boolean {
  if (options?.kind !== 'object') return false
  const headers = options.members.get('headers')
  return headers !== undefined && (labelsOf(headers) & CREDENTIAL) > 0
}
