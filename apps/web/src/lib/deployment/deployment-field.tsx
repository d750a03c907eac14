import { ownDeployment } from './own-deployment'

/** React's and Next's own fields begin like this, and no action sees them. */
export const DEPLOYMENT_FIELD = '$ACTION_DEPLOYMENT'

/** Tells the server which deployment a form is from. A browser without JavaScript sends no header that does. */
export function DeploymentField() {
  const id = ownDeployment()
  return id ? <input type="hidden" name={DEPLOYMENT_FIELD} value={id} /> : null
}
