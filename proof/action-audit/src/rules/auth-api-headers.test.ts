import { testRule } from '../testing/rule-cases'
import { authApiHeaders } from './auth-api-headers'

testRule(authApiHeaders, {
  flagged: {
    'made here under another name': 'const library = betterAuth({})\nawait library.api.createUser({ body })',
    'no headers': "await auth.api.createUser({ body: { role: 'admin' } })",
    'no argument': 'await auth.api.getSession()',
    'of a function': 'await auth().api.createUser({ body })',
    'taken out': 'const { api } = auth; await api.createUser({ body })',
    'the function taken out': 'const { createUser } = auth.api; await createUser({ body })',
    'through a constant': 'const create = auth.api.createUser; await create({ body })',
    'by a computed member': "await auth['api']['createUser']({ body })",
    'by a member of the run': 'await auth.api[name]({ body })',
    'under another name': "import { auth as library } from './auth'\nawait library.api.createUser({ body })",
    'empty headers': 'await auth.api.createUser({ body, headers: new Headers() })',
    'headers of nobody': 'await auth.api.createUser({ body, headers: undefined })',
    'headers without one': 'await auth.api.createUser({ body, headers: {} })',
    'options that cannot be read': 'export const run = (options) => auth.api.createUser(options)',
    'options that are spread': 'export const run = (options) => auth.api.createUser({ ...options })',
    'handed on': 'await translated(auth.api.createUser)',
    'by call': 'await auth.api.createUser.call(null, { body })',
  },
  fine: {
    'the headers of the request': 'await auth.api.createUser({ body, headers: await headers() })',
    'the headers in a constant': 'export const run = (headers) => auth().api.signOut({ headers })',
    'options in a constant': 'const options = { headers: await headers() }\nawait auth.api.signOut(options)',
    'copied headers': 'await auth.api.signOut({ headers: new Headers(await headers()) })',
    'another API': 'await github.api.createUser({ body })',
    'another member': 'await auth.handler(request)',
    'the options of the library': 'const { api } = auth',
    'where it is allowed': {
      code: "await auth.api.createUser({ body: { role: 'admin' } })",
      file: 'seed.ts',
    },
  },
})
