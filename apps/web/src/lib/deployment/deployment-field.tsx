import { ownDeployment } from './own-deployment'

/** React's and Next's own fields start with this, and no action sees them. */
export const DEPLOYMENT_FIELD = '$ACTION_DEPLOYMENT'

/** Tells the server which deployment a form is from. Without JavaScript, no header does. */
export function DeploymentField() {
  const id = ownDeployment()
  return id ? <input type="hidden" name={DEPLOYMENT_FIELD} value={id} /> : null
}
