import { actionRequest, boundFormRequest, encodedRequest, plainFormRequest } from '../http/action-call'
import { FormFields, type EncodedReply } from '../http/reply-encoding'
import type { RawRequest } from '../http/raw-http'
import type { Arena } from './arena'
import type { Caller } from './caller'
import type { Input, NamedRow } from './row'

interface CallOptions {
  page?: string
  headers?: Record<string, string>
  /** The form's previous state, which the caller sends along. */
  previous?: unknown
  /** The action id, where it is not the row's own. */
  id?: string
}

/** Builds requests to one endpoint as one caller, in each of the encodings that reach an action. */
export function callsTo(arena: Arena, row: NamedRow, caller: Caller) {
  const target = (options: CallOptions) => ({
    id: options.id ?? arena.actionId(row.file, row.exportName),
    page: options.page ?? row.page(arena),
    headers: { ...(caller.cookie && { Cookie: caller.cookie.cookie }), ...options.headers },
  })
  const args = (value: unknown, options: CallOptions) =>
    row.stateful ? ['previous' in options ? options.previous : {}, value] : [value]

  const calls = {
    /** As the app's own page calls it. */
    likeTheApp: (input: Input, options: CallOptions = {}): RawRequest =>
      row.encoding === 'form' ? calls.form(input, options) : calls.json(input, options),
    /** A form sent by script. */
    form: (input: Input, options: CallOptions = {}) => calls.argument(formOf(input), options),
    /** A plain object, also where the app sends a form. */
    json: (input: Input, options: CallOptions = {}) => calls.argument(input, options),
    /** Anything in the place of the input. */
    argument: (value: unknown, options: CallOptions = {}) =>
      actionRequest(target(options), args(value, options)),
    /** Anything in the place of all arguments. */
    arguments: (value: unknown, options: CallOptions = {}) => actionRequest(target(options), value),
    /** A body written by hand. */
    encoded: (reply: EncodedReply, options: CallOptions = {}) => encodedRequest(target(options), reply),
    /** Plain text in the place of the JSON of the input. */
    jsonText: (text: string, options: CallOptions = {}) =>
      encodedRequest(target(options), { root: row.stateful ? `[{},${text}]` : `[${text}]`, parts: [] }),
    /** A browser without JavaScript, on a form in `useActionState`. */
    boundForm: (input: Input, options: CallOptions = {}) =>
      boundFormRequest(target(options), row.stateful ? [options.previous ?? {}] : [], formOf(input)),
    /** A browser without JavaScript, with arguments of the caller's choice bound in front. */
    boundArguments: (bound: readonly unknown[], input: Input, options: CallOptions = {}) =>
      boundFormRequest(target(options), bound, formOf(input)),
    /** A browser without JavaScript, on a form whose action is used as it is. */
    plainForm: (input: Input, options: CallOptions = {}) => plainFormRequest(target(options), formOf(input)),
  }
  return calls
}

/** The fields of an input as a form carries them; what is no text is sent as its JSON. */
export function formOf(input: Input): FormFields {
  return new FormFields(
    Object.entries(input).flatMap(([name, value]) =>
      Array.isArray(value)
        ? value.map((item) => [`${name}[]`, textOf(item)] as const)
        : [[name, textOf(value)] as const],
    ),
  )
}

const textOf = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value))

/** A copy of an input with one value set, at a path as `Field` names it. */
export function withValue(input: Input, path: string, value: unknown): Input {
  const [head = '', ...rest] = path.split('.')
  if (rest.length === 0) return { ...input, [head]: value }
  const inner = input[head]
  const object = typeof inner === 'object' && inner !== null ? { ...inner } : {}
  return { ...input, [head]: withValue(object, rest.join('.'), value) }
}

/** A copy of an input without one value. */
export function withoutValue(input: Input, path: string): Input {
  const [head = '', ...rest] = path.split('.')
  if (rest.length === 0) return Object.fromEntries(Object.entries(input).filter(([name]) => name !== head))
  const inner = input[head]
  const object = typeof inner === 'object' && inner !== null ? { ...inner } : {}
  return { ...input, [head]: withoutValue(object, rest.join('.')) }
}

export function valueAt(input: Input, path: string): unknown {
  return path.split('.').reduce<unknown>((value, name) => {
    if (typeof value !== 'object' || value === null) return undefined
    return Object.getOwnPropertyDescriptor(value, name)?.value
  }, input)
}
