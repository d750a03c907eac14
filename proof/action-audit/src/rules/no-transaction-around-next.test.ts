import { testRule } from '../testing/rule-cases'
import { noTransactionAroundNext } from './no-transaction-around-next'

const middleware = (body: string) =>
  `export const client = base.use(async ({ next, ctx, ...rest }) => { ${body} })`

testRule(noTransactionAroundNext, {
  flagged: {
    'a transaction': middleware('return db.transaction((tx) => next({ ctx: { tx } }))'),
    'awaited inside': middleware(
      'return db.transaction(async (tx) => { const result = await next({ ctx: { tx } }); return result })',
    ),
    'of Prisma': middleware('return prisma.$transaction(async (tx) => next({ ctx: { tx } }))'),
    'of postgres.js': middleware('return sql.begin((tx) => next({ ctx: { tx } }))'),
    'a function of one’s own': middleware('return withTenant(claim, (db) => next({ ctx: { db } }))'),
    'next as it is': middleware('return db.transaction(next)'),
    'under another name': middleware('const go = next; return db.transaction(() => go())'),
    'handed on inside': middleware('return db.transaction((tx) => run(tx, next))'),
    'a function beside': middleware(
      'const work = (tx) => next({ ctx: { tx } }); return db.transaction(work)',
    ),
    'as a member':
      'export const client = base.use(async (args) => db.transaction((tx) => args.next({ ctx: { tx } })))',
    'the method taken out': middleware('const { transaction } = db; return transaction(() => next())'),
  },
  fine: {
    'a transaction of its own': middleware('await db.transaction((tx) => write(tx)); return next()'),
    'what rolls back': middleware(
      'return committedOnSuccess((work) => db.transaction(work), (tx) => next({ ctx: { tx } }))',
    ),
    'no transaction': middleware('return next({ ctx: { db } })'),
    'another next': 'export const walk = (list) => db.transaction((tx) => tx.save(list.next))',
    'the next of an iterator':
      'export const walk = (list) => { const each = list[Symbol.iterator](); return db.transaction(() => each.next()) }',
  },
})
