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
import { trpcValue } from './trpc'

type External = Extract<Abstract, { kind: 'external' }>

/** The value of an import from a known package, otherwise undefined. */
export function libraryValue(source: string, name: string): Abstract | undefined {
  return (
    nextValue(source, name) ?? schemaValue(source, name) ?? builderOf(source, name) ?? trpcValue(source, name)
  )
}

/** The result of calling a known package's function. */
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

/** The result of `new Name()` from a package. */
export function constructed(source: string, name: string, call: Call): Abstract | undefined {
  return sessionMade(source, name) ?? limiterMade(source, name, call)
}
