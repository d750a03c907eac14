'use client'

import { versionOf } from '@kit/action-middleware/input/version'
import { ActionForm } from '@/components/form/action-form'
import { SelectField } from '@/components/form/select-field'
import { SubmitButton } from '@/components/form/submit-button'

import { updatePreferencesAction } from '../actions'

interface Props {
  values: { locale: string; timeZone: string }
  locales: readonly (readonly [locale: string, name: string])[]
  timeZones: readonly string[]
}

export function PreferencesForm({ values, locales, timeZones }: Props) {
  return (
    <ActionForm action={updatePreferencesAction} version={versionOf(values)} success="Saved.">
      <SelectField name="locale" label="Format of dates and numbers" defaultValue={values.locale}>
        <option value="">Same as the browser</option>
        {locales.map(([locale, name]) => (
          <option key={locale} value={locale}>
            {name}
          </option>
        ))}
      </SelectField>
      <SelectField name="timeZone" label="Time zone" defaultValue={values.timeZone}>
        <option value="">Same as the browser</option>
        {timeZones.map((name) => (
          <option key={name} value={name}>
            {name.replaceAll('_', ' ')}
          </option>
        ))}
      </SelectField>
      <SubmitButton pendingLabel="Saving…">Save formats</SubmitButton>
    </ActionForm>
  )
}
