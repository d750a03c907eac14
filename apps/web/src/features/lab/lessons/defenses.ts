import { feature, gate, type Lesson } from './lesson'

export const defenses: readonly Lesson[] = [
  {
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
  },
  {
    slug: 'robots',
    title: 'Bots',
    kind: 'defense',
    summary: 'A form that sends email can be used to send a lot of it.',
    mistake:
      'Sign-up, password reset, and contact forms are open to everyone, and each sends email. No session stops a script.',
    attack:
      'Send the contact form without a captcha solution, or with one that is forged, already used, or made for another form.',
    fix: 'The browser solves a proof-of-work challenge that is quick for one person but expensive at scale. A solution is bound to its action, expires, and works only once, even if sent twice at the same time.',
    fixCode: [
      feature('contact', 'actions', 'sendContactMessageAction'),
      gate('middleware/with-captcha', 'withCaptcha'),
    ],
    endpoint: 'sendContactMessageAction',
    fires: 'captcha.no-solution.1',
  },
]
