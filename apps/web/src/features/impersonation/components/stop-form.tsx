import { Button } from '@/components/ui/button'
import { DeploymentField } from '@/lib/deployment/deployment-field'

import { stopImpersonationAction } from '../actions'

// It redirects, so there is no response to show.
const stop: (fields: FormData) => void = stopImpersonationAction

/** A plain form, so it works without JavaScript and for a session that can't do anything else. */
export function StopForm() {
  return (
    <form action={stop} className="shrink-0">
      <DeploymentField />
      <Button type="submit" size="sm">
        Stop
      </Button>
    </form>
  )
}
