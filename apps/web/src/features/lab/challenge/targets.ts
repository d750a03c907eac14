/** How a target takes its arguments: form fields, a list of values, a form of a page, or none. */
export type Takes = 'fields' | 'list' | 'page-form' | 'nothing'

/** What a request can call in the control group. The form sends a key of this list, never a URL. */
export const targets = {
  'no-validation/updateImageAction': 'fields',
  'no-authentication/deleteTaskAction': 'fields',
  'no-ownership/deleteTaskAction': 'fields',
  'no-membership/completeTaskAction': 'fields',
  'no-role/changeRoleAction': 'fields',
  'no-permission/createTaskAction': 'fields',
  'no-rate-limit/signInAction': 'fields',
  'captured-secret/the page': 'nothing',
  'captured-secret/its form': 'page-form',
  'mass-assignment/updateProfileAction': 'fields',
  'page-only/renameOrganizationAction': 'fields',
  'believed-ids/createTaskAction': 'fields',
  'internal-errors/updateNameAction': 'fields',
  'exported-helper/stepDownAction': 'list',
  'exported-helper/setRole': 'list',
  'foreign-site/deleteTaskAction': 'fields',
  'no-captcha/sendMessageAction': 'fields',
  'raw-row/findPersonAction': 'fields',
  'raw-sql/searchTasksAction': 'fields',
  'transfer/codeOf': 'list',
  'transfer/acceptTransferAction': 'fields',
} as const satisfies Record<string, Takes>

export type TargetKey = keyof typeof targets

/** Text from a form is one of these or refused. */
export const isTarget = (text: string): text is TargetKey => Object.hasOwn(targets, text)

export const targetKeys: readonly TargetKey[] = Object.keys(targets).filter(isTarget)

export const takes = (target: TargetKey): Takes => targets[target]

/** The mistake's folder and the name of the export. */
export function partsOf(target: TargetKey): { mistake: string; name: string } {
  const [mistake = '', name = ''] = target.split('/')
  return { mistake, name }
}

export const labelOfTarget = (target: TargetKey): string => {
  const { mistake, name } = partsOf(target)
  if (takes(target) === 'nothing') return `GET /${mistake}, ${name}`
  return takes(target) === 'page-form' ? `POST /${mistake}, ${name}` : name
}
