import { attackTest } from './attack-test'
import { actionId } from './catalogue/action-id'
import { argumentKinds } from './catalogue/arguments'
import { captcha } from './catalogue/captcha'
import { fresh } from './catalogue/fresh'
import { customRole } from './catalogue/custom-role'
import { limit } from './catalogue/limit'
import { method } from './catalogue/method'
import { noJavaScript } from './catalogue/no-javascript'
import { origin } from './catalogue/origin'
import { page } from './catalogue/page'
import { race } from './catalogue/race'
import { redirect } from './catalogue/redirect'
import { rightful } from './catalogue/rightful'
import { role } from './catalogue/role'
import { session } from './catalogue/session'
import { shape } from './catalogue/shape'
import { size } from './catalogue/size'
import { state } from './catalogue/state'
import { tenant } from './catalogue/tenant'
import { values } from './catalogue/values'
import { matrix } from './matrix/all'
import { test } from './test'

const catalogues = [
  rightful,
  session,
  tenant,
  role,
  fresh,
  customRole,
  shape,
  size,
  values,
  argumentKinds,
  origin,
  method,
  noJavaScript,
  redirect,
  page,
  actionId,
  state,
  race,
  captcha,
  limit,
]

for (const row of matrix) {
  test.describe(row.exportName, () => {
    // A worker gets an endpoint's tests together: for each lot that it gets it goes through all tests of the file.
    test.describe.configure({ mode: 'default' })
    for (const attack of catalogues.flatMap((catalogue) => catalogue(row))) attackTest(row, attack)
  })
}
