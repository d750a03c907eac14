import { sentence, type NewDomain } from '../domain'
import type { Field } from '../fields'
import { byLabel } from './by-label'
import type { Kind } from './kind'

/** A yes-or-no choice. Not a checkbox, because a form doesn't send an unchecked one. */
export function booleanKind({ name }: Field, { one }: NewDomain): Kind {
  return {
    columnImport: 'boolean',
    column: 'boolean().notNull()',
    check: undefined,
    type: 'boolean',
    schema: `z.enum(['true', 'false']).transform((value) => value === 'true')`,
    control: `<SelectField name="${name.camel}" label="${sentence(name.words)}" required
      defaultValue={String(${one.camel}?.${name.camel} ?? false)}>
        <option value="false">No</option>
        <option value="true">Yes</option>
      </SelectField>`,
    controlImports: [`import { SelectField } from '@/components/form/select-field'`],
    shown: (value) => `{${value} ? 'Yes' : 'No'}`,
    activity: 'asText',
    activityImport: `import { asText } from '@/lib/domain/column-values'`,
    demo: 'index % 3 === 0',
    attack: `kind: 'choice', required: true`,
    sent: `'true'`,
    stored: 'true',
    value: 'true',
    refused: [],
    ...byLabel(name, 'selectOption'),
  }
}
