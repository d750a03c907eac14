import { admin } from './admin'
import { actionId } from './action-id'
import { argumentKinds } from './arguments'
import { captcha } from './captcha'
import { edit } from './edit'
import { closed } from './closed'
import { codePendingCaller } from './code-pending'
import { files } from './files'
import { fresh } from './fresh'
import { freshWithTwoFactor } from './fresh-two-factor'
import { customRole } from './custom-role'
import { impersonation } from './impersonation'
import { limit } from './limit'
import { method } from './method'
import { noJavaScript } from './no-javascript'
import { origin } from './origin'
import { own } from './own'
import { page } from './page'
import { race } from './race'
import { redirect } from './redirect'
import { allowed } from './allowed'
import { role } from './role'
import { session } from './session'
import { shape } from './shape'
import { size } from './size'
import { state } from './state'
import { tenant } from './tenant'
import { submission } from './submission'
import { values } from './values'
import type { Catalogue } from '../engine/attack'

/** Every kind of attack. Each decides which endpoints it applies to. */
export const catalogues: readonly Catalogue[] = [
  allowed,
  session,
  impersonation,
  tenant,
  closed,
  own,
  role,
  admin,
  fresh,
  freshWithTwoFactor,
  codePendingCaller,
  customRole,
  shape,
  size,
  values,
  files,
  argumentKinds,
  origin,
  method,
  noJavaScript,
  redirect,
  page,
  actionId,
  state,
  edit,
  race,
  submission,
  captcha,
  limit,
]
