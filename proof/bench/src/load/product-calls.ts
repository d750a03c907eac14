import { actionRequest } from '@kit/attacks/http/action-call'
import { FormFields } from '@kit/attacks/http/reply-encoding'
import { web } from '@kit/launcher/paths'
import type { Person } from '../people/crowd'
import { actionId } from './action-id'
import { pageCall } from './call'
import type { Call } from './call'
import { taskContent } from './task-content'

const pages = {
  list: ({ organization, cookie }: Person) => pageCall(`/${organization}/tasks`, 'Bench task', cookie),
  account: ({ email, cookie }: Person) => pageCall('/account', email, cookie),
}

export const listCalls = (people: readonly Person[]): Call[] => people.map(pages.list)
export const accountCalls = (people: readonly Person[]): Call[] => people.map(pages.account)

/** A page that only owners see in full. */
export const settingsCalls = (people: readonly Person[]): Call[] =>
  people
    .filter(({ role }) => role === 'owner')
    .map(({ organization, cookie }) => pageCall(`/${organization}/settings`, 'Settings', cookie))

export const contactCalls = (): Call[] => [pageCall('/contact', 'name="message"')]
export const signInCalls = (): Call[] => [pageCall('/sign-in', 'name="password"')]
export const landingCalls = (): Call[] => [pageCall('/', 'Gatehouse')]

/** Each person creates a task in their organization. */
export function writeCalls(url: string, people: readonly Person[]): Call[] {
  const id = actionId(web, 'createTaskAction')
  return people.map(({ organization, cookie }) => {
    const page = `/${organization}/tasks/new`
    const fields = {
      organization,
      ...taskContent,
      status: 'todo',
      priority: 'medium',
      assigneeId: '',
      dueDate: '',
    }
    const headers = { Origin: url, Cookie: cookie }
    const request = actionRequest({ id, page, headers }, [{}, new FormFields(Object.entries(fields))])
    return { method: 'POST', path: page, headers: request.headers, body: request.body, expects: '"taskId"' }
  })
}
