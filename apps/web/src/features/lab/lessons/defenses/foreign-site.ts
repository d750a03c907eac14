import { demoId } from '@kit/db/demo/demo'

import { json } from '../../challenge/challenge'
import { gate, unguarded, type Lesson } from '../lesson'

const args = { organization: 'acme', taskId: demoId('task', 'acme 2') }

/** The headers of a request from another site, which Next itself lets through. */
const from = (origin: string) => ({
  Origin: origin,
  'X-Forwarded-Host': origin.replace('https://', ''),
})

export const foreignSite: Lesson = {
  slug: 'foreign-site',
  title: 'Cross-site requests',
  kind: 'defense',
  summary: 'Another site makes your browser send a request with your cookies.',
  mistake:
    'The action compares two headers: Origin, which says which site sent the request, and the host that the request is for. Next makes the same comparison. But behind a proxy, a server that passes requests on, the host comes from the header X-Forwarded-Host. If that header can be forged, the two always match.',
  attack:
    'From an attacker’s page, make the owner’s browser delete something, with a forged X-Forwarded-Host so that both headers match. Unguarded deletes a task. In Gatehouse, the attack is on deleting the organization. A page can’t add this header to a form that it sends. It takes a proxy that builds the header from something the attacker controls. That’s rare, but ruling it out costs nothing.',
  fix: 'The app’s settings define the only allowed origin. A request with cookies must prove it comes from there or it’s refused. The cookies are SameSite too: browsers don’t send them with another site’s requests.',
  ...unguarded('foreign-site', 'deleteTaskAction'),
  fixCode: [gate('chain/same-origin', 'assertSameOrigin')],
  endpoint: 'deleteOrganizationAction',
  fires: 'origin.foreign-origin-under-a-forged-x-forwarded-host.1',
  rule: 'exports-built-by-client',
  challenge: {
    goal: 'Your site attacker.example makes the owner’s browser send a request. Get it to delete a task.',
    callers: ['owner@acme.test'],
    targets: ['foreign-site/deleteTaskAction'],
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
  find: {
    right: [
      [
        'x-forwarded-host',
        'The caller can set this header, so the caller decides which host counts as this site.',
      ],
    ],
    others: [
      [
        'await headers()',
        'It reads the headers of the request. Reading them is fine. Trusting them is the question.',
      ],
      [
        "sent.get('origin')",
        'The browser sets Origin, and no page can change it. Comparing it is right, but what is it compared with?',
      ],
      [
        'signedIn()',
        'The session belongs to the owner, whose browser sends the cookie. So this check passes.',
      ],
      ['.delete(task)', 'It deletes, as it should. The request should have been refused before.'],
      ['.where(', 'The task must be the caller’s own. It is: the owner’s browser sends the request.'],
      ['await database()', 'It opens the database. By now the request has passed every check.'],
      ['Next makes', 'A comment doesn’t let anyone in, but it’s true: Next alone doesn’t stop this attack.'],
    ],
  },
  fixes: {
    shows: ['chain'],
    shared: ['schema'],
    uses: [
      ['clients', 'memberClient'],
      ['origins', 'withReferer', 'withOriginOfHost', 'withOwnOrigin'],
    ],
    rightful: { as: 'owner@acme.test', args, headers: { Referer: 'http://127.0.0.1/fixes/foreign-site' } },
    attacks: [
      {
        label: 'another site, with a forged X-Forwarded-Host',
        calls: [{ as: 'owner@acme.test', args, headers: from('https://attacker.example') }],
      },
      {
        label: 'another site, on a page with the same path',
        calls: [
          {
            as: 'owner@acme.test',
            args,
            headers: {
              ...from('https://attacker.example'),
              Referer: 'https://attacker.example/fixes/foreign-site',
            },
          },
        ],
      },
      {
        label: 'another site, from a sandboxed frame, whose Origin is “null”',
        calls: [{ as: 'owner@acme.test', args, headers: from('null') }],
      },
    ],
    reasons: {
      A: 'Both headers can be the attacker’s, so they match.',
      B: 'A sandboxed frame sends the origin “null”, which is allowed here.',
      C: 'Only the origin in the app’s settings is allowed.',
      D: 'It compares only the end of the URL, and another site can have the same path.',
    },
  },
}
