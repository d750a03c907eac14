import type { InstallationSettings } from '@kit/db/installation/settings'

/** Returns what the form edits. */
export const settingsIn = ({
  signUp,
  signUpDomains,
  organizationCreators,
  banner,
}: InstallationSettings): InstallationSettings => ({ signUp, signUpDomains, organizationCreators, banner })
