import type { Attack, Catalogue, Refusal } from '../engine/attack'
import { anonymous, signedIn, type Caller } from '../engine/caller'
import { callsTo } from '../engine/calls'
import type { Arena } from '../engine/arena'

const elsewhere: Record<string, string[]> = {
  'another page': ['/', '/sign-in', '/organizations', '/account', '/acme/members', '/?organization=acme'],
  "another organization's page": ['/globex/members', '/globex/settings', '/nobody/members'],
  'a path that does not exist': [
    '/no/such/page/at/all',
    '/api/anything',
    '/_error',
    '/_not-found',
    '/404',
    '/500',
  ],
  'a file': [
    '/favicon.ico',
    '/robots.txt',
    '/_next/static/chunks/main.js',
    '/_next/data/x/index.json',
    '/_next/image',
  ],
  'a path of the auth library': ['/api/auth/sign-in/email', '/api/auth/organization/create'],
  'another spelling of the path': [
    '//acme/members',
    '/acme//members',
    '/acme/members/',
    '/acme/members/..%2f..%2faccount',
    '/%61cme/members',
    '/acme/members?_rsc=x',
  ],
}

/** The framework's internal headers, which must have no effect from outside. */
const internal: Record<string, string>[] = [
  { 'X-Middleware-Subrequest': 'middleware:middleware:middleware:middleware:middleware' },
  { 'X-Middleware-Subrequest': 'src/proxy:src/proxy:src/proxy:src/proxy:src/proxy' },
  { 'X-Middleware-Subrequest-Id': '1', 'X-Middleware-Rewrite': '/acme/members', 'X-Middleware-Next': '1' },
  { 'X-Action-Forwarded': '1' },
  { 'X-Matched-Path': '/acme/members', 'X-Invoke-Path': '/acme/members', 'X-Invoke-Status': '200' },
  { 'X-Nextjs-Data': '1', RSC: '1', 'Next-Router-Prefetch': '1' },
  { 'Next-Router-State-Tree': '%5B%22%22%2C%7B%7D%5D' },
  { 'Next-Url': '/acme/members', 'X-Forwarded-Path': '/acme/members' },
  { 'X-Original-Url': '/acme/members', 'X-Rewrite-Url': '/acme/members' },
  { 'X-Prerender-Revalidate': '1', 'X-Now-Route-Matches': '1', 'Next-Resume': '1' },
  { 'X-Forwarded-For': '127.0.0.1', 'X-Real-IP': '127.0.0.1', Forwarded: 'for=127.0.0.1;host=localhost' },
]

/** An action can be called through any path, so its checks must not depend on the path. */
export const page: Catalogue = (row) => {
  const foreign = {
    Origin: 'https://evil.example',
    'X-Forwarded-Host': 'evil.example',
    'Sec-Fetch-Site': 'cross-site',
  }
  const refusal: Refusal = {
    codes:
      row.kind === 'public'
        ? ['FOREIGN_ORIGIN']
        : row.kind === 'organization'
          ? ['NOT_FOUND']
          : ['UNAUTHORIZED'],
    pages: [200, 307, 308, 400, 401, 403, 404, 405, 409],
    redirect: (to) => /^\/(?![/\\])/.test(to),
  }
  // Public actions are called from another site, others without a session or by a stranger.
  const hostile = (arena: Arena): Caller =>
    row.kind === 'organization' ? signedIn(arena, 'owner@globex.test') : anonymous
  const headersOf = (more: Record<string, string>) => (row.kind === 'public' ? { ...foreign, ...more } : more)

  const attack = (
    name: string,
    variants: { label: string; page?: string; headers: Record<string, string> }[],
  ): Attack => ({
    group: 'page',
    name,
    spread: 'both',
    shots: (arena) => {
      const caller = hostile(arena)
      const calls = callsTo(arena, row, caller)
      return variants.map(({ label, page, headers }) => ({
        label,
        caller,
        request: calls.likeTheApp(row.input(arena), { page, headers: headersOf(headers) }),
        must: 'hold',
        refusal,
      }))
    },
  })

  return [
    ...Object.entries(elsewhere).map(([name, paths]) =>
      attack(
        `posted to ${name}`,
        paths.map((path) => ({ label: path, page: path, headers: {} })),
      ),
    ),
    attack(
      'internal headers',
      internal.map((headers) => ({ label: JSON.stringify(headers), headers })),
    ),
    attack(
      'internal headers, on an unknown page',
      internal.map((headers) => ({ label: JSON.stringify(headers), page: '/', headers })),
    ),
  ]
}
