'use client'

import { versionOf } from '@kit/action-middleware/input/version'
import type { InstallationSettings } from '@kit/db/installation/settings'
import type { OrganizationCreators, SignUpMode } from '@kit/db/installation/values'
import { ActionForm } from '@/components/form/action-form'
import { SelectField } from '@/components/form/select-field'
import { SubmitButton } from '@/components/form/submit-button'
import { TextField } from '@/components/form/text-field'
import type { Constraints } from '@/lib/input/constraint'

import { changeInstallationAction } from '../actions'

const signUpLabels: Readonly<Record<SignUpMode, string>> = {
  open: 'Everyone',
  invitation: 'Invited people',
  domains: 'People with an email at a listed domain',
}

const creatorLabels: Readonly<Record<OrganizationCreators, string>> = {
  everyone: 'Everyone with an account',
  admins: 'Super-admins',
}

export function InstallationForm({
  values,
  constraints,
}: {
  values: InstallationSettings
  constraints: Constraints
}) {
  return (
    <ActionForm
      action={changeInstallationAction}
      constraints={constraints}
      version={versionOf(values)}
      success="Saved."
    >
      <SelectField name="signUp" label="Who can sign up" defaultValue={values.signUp}>
        {Object.entries(signUpLabels).map(([mode, label]) => (
          <option key={mode} value={mode}>
            {label}
          </option>
        ))}
      </SelectField>
      <TextField
        name="signUpDomains"
        label="Listed domains"
        hint="Separated by spaces, such as example.com. Invited people need one of these too."
        defaultValue={values.signUpDomains}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        required={false}
      />
      <SelectField
        name="organizationCreators"
        label="Who can create organizations"
        defaultValue={values.organizationCreators}
      >
        {Object.entries(creatorLabels).map(([creators, label]) => (
          <option key={creators} value={creators}>
            {label}
          </option>
        ))}
      </SelectField>
      <TextField
        name="banner"
        label="Banner"
        hint="Plain text on every page, such as planned maintenance. Leave empty for none. Appears within a minute."
        defaultValue={values.banner}
        autoComplete="off"
        required={false}
      />
      <TextField name="reason" label="Reason" hint="For the audit log." autoComplete="off" />
      <SubmitButton pendingLabel="Saving…">Save</SubmitButton>
    </ActionForm>
  )
}
