import { demoId } from '@kit/db/demo/demo'

import { json } from '../../challenge/challenge'
import { gate, type Lesson } from '../lesson'

export const foreignSite: Lesson = {
  slug: 'foreign-site',
  title: 'Cross-site requests',
  kind: 'defense',
  summary: 'Another site makes your browser send a request with your cookies.',
  mistake:
    'Next compares the Origin header with the request’s host. Behind a proxy, the host comes from a header. An Origin of “null” passes if that header is also “null”, and a request without an Origin is allowed.',
  attack:
    'From an attacker’s page, make the owner’s browser delete their organization, with a forged X-Forwarded-Host so that both headers match.',
  fix: 'The app’s settings define the only allowed origin. A request with cookies must prove it comes from there or it’s refused. The cookies are SameSite too.',
  fixCode: [gate('chain/same-origin', 'assertSameOrigin')],
  endpoint: 'deleteOrganizationAction',
  fires: 'origin.foreign-origin-under-a-forged-x-forwarded-host.1',
  challenge: {
    goal: 'Your site attacker.example makes the owner’s browser send a request. Get it to delete a task.',
    callers: ['owner@acme.test'],
    targets: ['no-ownership/deleteTaskAction'],
    start: json({ taskId: demoId('task', 'acme 2') }),
    headers: 'Accept-Language: en',
    fixedHeaders: { Origin: 'https://attacker.example' },
    hints: [
      'The browser says in the Origin header where a request comes from, and a page can’t change that. Next compares it with the host that the server is called by.',
      'Behind a proxy, the server is called by another name. The proxy says in a header what the browser asked for.',
      'Add the header “X-Forwarded-Host: attacker.example”. Now both match.',
    ],
    solved: ({ changes }) => changes.some(({ table, after }) => table === 'task' && after === null),
  },
}
