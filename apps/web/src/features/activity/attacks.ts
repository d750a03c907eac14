import type { Page } from '@kit/attacks/engine/page'

export const pages: readonly Page[] = [
  {
    name: 'activity of an organization',
    path: () => '/acme/activity',
    reader: 'admin@acme.test',
    shows: () => 'Show only this action',
    stranger: 404,
  },
  {
    name: 'refused requests of an organization',
    path: () => '/acme/activity?view=refused',
    reader: 'admin@acme.test',
    shows: () => 'Filter activity',
    stranger: 404,
  },
  {
    name: 'activity of the whole site',
    path: () => '/admin/activity',
    reader: 'root@gatehouse.test',
    ofEverybody: true,
    shows: () => 'Show only this action',
    stranger: 403,
  },
  {
    name: 'refused requests of the whole site',
    path: () => '/admin/activity?view=refused',
    reader: 'root@gatehouse.test',
    ofEverybody: true,
    shows: () => 'Filter activity',
    stranger: 403,
  },
]
