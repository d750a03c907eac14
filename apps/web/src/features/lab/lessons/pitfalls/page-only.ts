import { json } from '../../challenge/challenge'
import { feature, gate, unguarded, type Lesson } from '../lesson'

export const pageOnly: Lesson = {
  slug: 'page-only',
  title: 'Authorization on the page only',
  kind: 'pitfall',
  summary: 'The page hides the form, but the action still accepts the call.',
  mistake: 'Only owners can see the page with the form, so the action assumes only owners call it.',
  attack:
    'Call the action without the page. Unguarded renames the organization for someone who can’t see the form.',
  fix: 'The action’s definition names the required permission. The page uses the same permission table to hide the form, but the action enforces it.',
  ...unguarded('page-only', 'renameOrganizationAction'),
  fixCode: [
    feature('organizations', 'actions', 'renameOrganizationAction'),
    gate('middleware/with-feature-permission', 'withFeaturePermission'),
  ],
  endpoint: 'renameOrganizationAction',
  fires: 'role.as-viewer.1',
  rule: 'is-authorized',
  challenge: {
    goal: 'Rename Acme as someone who can’t see the form.',
    callers: ['editor@acme.test', 'viewer@acme.test', 'nomad@gatehouse.test'],
    targets: ['page-only/renameOrganizationAction'],
    start: json({ organization: 'globex', name: 'My own name' }),
    hints: [
      'The page answers 403 to everyone but owners. Does the action ask the page?',
      'The request names the organization. Acme’s is "acme".',
      'Set "organization" to "acme" and send.',
    ],
    solved: ({ changes }) =>
      changes.some(({ table, after }) => table === 'organization' && after?.slug === 'acme'),
  },
  find: {
    right: [],
    gap: {
      from: 'signedIn()',
      to: 'await database()',
      why: 'Only the page checks that the caller owns the organization, and this call doesn’t come from the page.',
      what: 'The same check',
    },
    others: [],
  },
  fixes: {
    shows: ['chain'],
    shared: ['schema'],
    uses: [
      ['clients', 'userClient', 'memberClient'],
      ['checks', 'withPermission'],
      ['origins', 'withReferer'],
    ],
    rightful: {
      as: 'owner@acme.test',
      args: { organization: 'acme', name: 'Fixed?' },
      headers: { Referer: 'http://127.0.0.1/page-only' },
    },
    attacks: [
      {
        label: 'a viewer',
        calls: [{ as: 'viewer@acme.test', args: { organization: 'acme', name: 'Fixed?' } }],
      },
      {
        label: 'a viewer who claims to come from the form’s page',
        calls: [
          {
            as: 'viewer@acme.test',
            args: { organization: 'acme', name: 'Fixed?' },
            headers: { Referer: 'http://127.0.0.1/page-only' },
          },
        ],
      },
      {
        label: 'someone without an organization',
        calls: [{ as: 'nomad@gatehouse.test', args: { organization: 'acme', name: 'Fixed?' } }],
      },
    ],
    reasons: {
      A: 'The chain checks the permission, whether the call comes from the page or not.',
      B: 'A viewer is a member too.',
      C: 'The caller writes the Referer header, so it proves nothing.',
      D: 'Every signed-in user passes.',
    },
  },
}
