import type { Abstract } from '../guards/abstract'
import type { Call } from '../guards/run'
import { builderOf } from './builders'
import { limiterCall, limiterMade } from './limiters'
import { nextCall, nextValue } from './next'
import { schemaCall, schemaValue } from './schemas'
import { betterAuth } from './better-auth'
import { clerkCall } from './clerk'
import { sessionCall, sessionMade } from './sessions'
import { supabaseCall } from './supabase'

type External = Extract<Abstract, { kind: 'external' }>

/** What an import is, when the audit knows the package; undefined when it is read or only named. */
export function libraryValue(source: string, name: string): Abstract | undefined {
  return nextValue(source, name) ?? schemaValue(source, name) ?? builderOf(source, name)
}

/** What a call of a function of a package gives, when the audit knows it. */
export function libraryCall(callee: External, call: Call): Abstract | undefined {
  return (
    nextCall(callee, call) ??
    schemaCall(callee, call) ??
    betterAuth(callee) ??
    clerkCall(callee, call) ??
    supabaseCall(callee) ??
    sessionCall(callee, call) ??
    limiterCall(callee, call)
  )
}

/** What `new Name()` of a package gives. */
export function constructed(source: string, name: string, call: Call): Abstract | undefined {
  return sessionMade(source, name) ?? limiterMade(source, name, call)
}
