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
    'Prisma’s transaction': middleware('return prisma.$transaction(async (tx) => next({ ctx: { tx } }))'),
    'a transaction of postgres.js': middleware('return sql.begin((tx) => next({ ctx: { tx } }))'),
    'a custom function': middleware('return withTenant(claim, (db) => next({ ctx: { db } }))'),
    'next as the callback': middleware('return db.transaction(next)'),
    'a renamed next': middleware('const go = next; return db.transaction(() => go())'),
    'passed on inside': middleware('return db.transaction((tx) => run(tx, next))'),
    'a separate function': middleware(
      'const work = (tx) => next({ ctx: { tx } }); return db.transaction(work)',
    ),
    'next as a property':
      'export const client = base.use(async (args) => db.transaction((tx) => args.next({ ctx: { tx } })))',
    'a destructured method': middleware('const { transaction } = db; return transaction(() => next())'),
  },
  fine: {
    'a separate transaction': middleware('await db.transaction((tx) => write(tx)); return next()'),
    committedOnSuccess: middleware(
      'return committedOnSuccess((work) => db.transaction(work), (tx) => next({ ctx: { tx } }))',
    ),
    'no transaction': middleware('return next({ ctx: { db } })'),
    'another next': 'export const walk = (list) => db.transaction((tx) => tx.save(list.next))',
    'the next of an iterator':
      'export const walk = (list) => { const each = list[Symbol.iterator](); return db.transaction(() => each.next()) }',
  },
})
