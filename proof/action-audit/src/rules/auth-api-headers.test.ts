import { testRule } from '../testing/rule-cases'
import { authApiHeaders } from './auth-api-headers'

testRule(authApiHeaders, {
  flagged: {
    'an instance with another name': 'const library = betterAuth({})\nawait library.api.createUser({ body })',
    'no headers': "await auth.api.createUser({ body: { role: 'admin' } })",
    'no argument': 'await auth.api.getSession()',
    'an instance from a function': 'await auth().api.createUser({ body })',
    'a destructured api': 'const { api } = auth; await api.createUser({ body })',
    'a destructured method': 'const { createUser } = auth.api; await createUser({ body })',
    'through a constant': 'const create = auth.api.createUser; await create({ body })',
    'a computed property': "await auth['api']['createUser']({ body })",
    'a property known only at runtime': 'await auth.api[name]({ body })',
    'an import with another name':
      "import { auth as library } from './auth'\nawait library.api.createUser({ body })",
    'empty headers': 'await auth.api.createUser({ body, headers: new Headers() })',
    'undefined headers': 'await auth.api.createUser({ body, headers: undefined })',
    'an empty object as headers': 'await auth.api.createUser({ body, headers: {} })',
    'options that can’t be analyzed': 'export const run = (options) => auth.api.createUser(options)',
    'spread options': 'export const run = (options) => auth.api.createUser({ ...options })',
    'passed as a value': 'await translated(auth.api.createUser)',
    'through call()': 'await auth.api.createUser.call(null, { body })',
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
