import { testRule } from '../testing/rule-cases'
import { noRawSql } from './no-raw-sql'

const sql = (body: string) =>
  `import { sql } from 'drizzle-orm'\nexport const run = (name, db) => { ${body} }`

testRule(noRawSql, {
  flagged: {
    'a list that is not all constant': sql(
      "return sql.raw(['a', name].map((kind) => `'${kind}'`).join(', '))",
    ),
    'a list of the caller': sql("return sql.raw(name.join(', '))"),
    'a statement put together': sql("return db.query('select * from task where id = ' + name)"),
    'a statement in a template': sql('return db.execute(`select ${name}`)'),
    'a statement in a constant': sql('const text = `delete from ${name}`; return db.query(text)'),
    raw: sql('return sql.raw(name)'),
    'raw in a template': sql('return sql`select ${sql.raw(name)}`'),
    'raw of a text put together': sql("return sql.raw('order by ' + name)"),
    'raw of a template': sql('return sql.raw(`order by ${name}`)'),
    'an identifier': sql('return sql.identifier(name)'),
    unsafe: sql('return db.unsafe(`select * from ${name}`)'),
    'unsafe of anything': sql('return tx.$client.unsafe(name)'),
    'of Prisma': sql('return prisma.$queryRawUnsafe(`select ${name}`)'),
    'by a computed member': sql("return sql['raw'](name)"),
    'taken out': sql('const { raw } = sql; return raw(name)'),
    'under another name':
      "import { sql as query } from 'drizzle-orm'\nexport const run = (name) => query.raw(name)",
    'handed on': sql('return name.map(sql.raw)'),
    'by call': sql('return sql.raw.call(sql, name)'),
    'out of a list by the caller': sql("const columns = { a: 'a' }; return sql.raw(columns[name])"),
    'a constant that is changed': sql("let order = 'asc'; if (name) order = name; return sql.raw(order)"),
  },
  fine: {
    'a list of constants': sql(
      "const kinds = ['a', 'b'] as const; return sql.raw(kinds.map((kind) => `'${kind}'`).join(', '))",
    ),
    'a constant statement with values': sql("return db.query('select * from task where id = $1', [name])"),
    'another query': sql('return router.query(`/tasks/${name}`)'),
    'a statement with placeholders': sql('return db.execute(sql`select ${name}`)'),
    'a constant': sql("return sql.raw('now()')"),
    'a constant by name': sql("const order = 'desc'; return sql.raw(order)"),
    'a template of constants': sql("const column = 'a'; return sql.raw(`order by ${column}`)"),
    'a placeholder': sql('return sql`select ${name}`'),
    'another raw': sql('return String.raw`a` + markdown.raw(name)'),
    'unsafe of a constant': sql("return db.unsafe('select 1')"),
  },
})
