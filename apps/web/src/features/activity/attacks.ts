import type { Page } from '@kit/attacks/engine/page'

export const pages: readonly Page[] = [
  {
    name: 'what was done in an organization',
    path: () => '/acme/activity',
    reader: 'admin@acme.test',
    shows: () => 'Show only this action',
    stranger: 404,
  },
  {
    name: 'what was refused about an organization',
    path: () => '/acme/activity?view=refused',
    reader: 'admin@acme.test',
    shows: () => 'Filter activity',
    stranger: 404,
  },
  {
    name: 'what was done anywhere',
    path: () => '/admin/activity',
    reader: 'root@gatehouse.test',
    ofEverybody: true,
    shows: () => 'Show only this action',
    stranger: 403,
  },
  {
    name: 'what was refused anywhere',
    path: () => '/admin/activity?view=refused',
    reader: 'root@gatehouse.test',
    ofEverybody: true,
    shows: () => 'Filter activity',
    stranger: 403,
  },
]
