import type { z } from 'zod'

import type { Permissions, Role } from '@kit/auth/permissions/permissions'
import type { SessionInfo, SessionUser } from '@kit/auth/session/session'
import type { Tenant, TenantDb } from '@kit/db/tenancy/tenant'
import type { PolicyName, SubjectsOf } from '@kit/rate-limit/policies'

import type { PublicPolicyName } from '../chain/count-call'
import type { ActionServerError } from '../errors/error-reply'
import type { MembershipContext } from '../chain/membership-context'
import type { ActionMetadata } from './metadata'
import type { CaptchaOptions } from '../middleware/with-captcha'

export interface PublicContext {
  requestId: string
  ip: string
  /** The ID for a row that the action creates, as set by `withSubmission`. */
  newId: string
}

export interface UserContext extends PublicContext {
  user: SessionUser
  session: SessionInfo
}

export interface OrganizationContext extends UserContext, MembershipContext {
  db: TenantDb
  organization: Tenant['organization']
}

/** Policies that count only by these subjects. */
type PolicyBy<Subject extends string> = {
  [Name in PolicyName]: keyof SubjectsOf<Name> extends Subject ? Name : never
}[PolicyName]

interface CommonOptions<Schema extends z.ZodType, Form extends boolean> extends ActionMetadata {
  /** Bounded and strict. With `captcha`, include `captcha: captchaField`. */
  schema: Schema
  /** For `ActionForm`: reads form data and answers errors by field. */
  form?: Form
}

/** `auth: false`: public. Explain why in a comment on the action. */
export interface PublicOptions<Schema extends z.ZodType, Form extends boolean> extends CommonOptions<
  Schema,
  Form
> {
  auth: false
  organization?: never
  captcha?: boolean | CaptchaOptions
  rateLimit?: PublicPolicyName | readonly PublicPolicyName[]
}

/** The default: any signed-in user. */
export interface UserOptions<Schema extends z.ZodType, Form extends boolean> extends CommonOptions<
  Schema,
  Form
> {
  auth?: true
  organization?: never
  captcha?: boolean | CaptchaOptions
  rateLimit?:
    | PolicyBy<'ip' | 'email' | 'mailbox' | 'user'>
    | readonly PolicyBy<'ip' | 'email' | 'mailbox' | 'user'>[]
}

/** Members of the organization in the input, with the given role and permissions. */
export interface OrganizationOptions<Schema extends z.ZodType, Form extends boolean> extends CommonOptions<
  Schema,
  Form
> {
  auth?: true
  organization: true
  minRole?: Role
  permissions?: Permissions
  captcha?: never
  rateLimit?:
    | PolicyBy<'ip' | 'email' | 'mailbox' | 'user' | 'organization'>
    | readonly PolicyBy<'ip' | 'email' | 'mailbox' | 'user' | 'organization'>[]
}

/** The result of an enhanced action. At most one of the three fields is set. */
export interface EnhancedResult<Data> {
  data?: Data
  serverError?: ActionServerError
  validationErrors?: {
    formErrors: string[]
    fieldErrors: Record<string, string[] | undefined>
    values?: Record<string, string>
  }
}

export type EnhancedAction<Schema extends z.ZodType, Data, Form extends boolean> = Form extends true
  ? (previous: EnhancedResult<Data>, input: FormData | z.input<Schema>) => Promise<EnhancedResult<Data>>
  : (input: z.input<Schema>) => Promise<EnhancedResult<Data>>
