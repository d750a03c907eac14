import { testRule } from '../testing/rule-cases'
import { noRawSql } from './no-raw-sql'

const sql = (body: string) =>
  `import { sql } from 'drizzle-orm'\nexport const run = (name, db) => { ${body} }`

testRule(noRawSql, {
  flagged: {
    'a list that is not all constant': sql(
      "return sql.raw(['a', name].map((kind) => `'${kind}'`).join(', '))",
    ),
    'a list from the caller': sql("return sql.raw(name.join(', '))"),
    'a concatenated statement': sql("return db.query('select * from task where id = ' + name)"),
    'a statement in a template': sql('return db.execute(`select ${name}`)'),
    'a statement in a constant': sql('const text = `delete from ${name}`; return db.query(text)'),
    raw: sql('return sql.raw(name)'),
    'raw in a template': sql('return sql`select ${sql.raw(name)}`'),
    'raw with concatenated text': sql("return sql.raw('order by ' + name)"),
    'raw with a template': sql('return sql.raw(`order by ${name}`)'),
    'an identifier': sql('return sql.identifier(name)'),
    unsafe: sql('return db.unsafe(`select * from ${name}`)'),
    'unsafe on any object': sql('return tx.$client.unsafe(name)'),
    'Prisma’s unsafe method': sql('return prisma.$queryRawUnsafe(`select ${name}`)'),
    'a computed property': sql("return sql['raw'](name)"),
    destructured: sql('const { raw } = sql; return raw(name)'),
    'a renamed import':
      "import { sql as query } from 'drizzle-orm'\nexport const run = (name) => query.raw(name)",
    'passed as a callback': sql('return name.map(sql.raw)'),
    'through call()': sql('return sql.raw.call(sql, name)'),
    'a value looked up by the caller': sql("const columns = { a: 'a' }; return sql.raw(columns[name])"),
    'a variable that is reassigned': sql("let order = 'asc'; if (name) order = name; return sql.raw(order)"),
  },
  fine: {
    'a list of constants': sql(
      "const kinds = ['a', 'b'] as const; return sql.raw(kinds.map((kind) => `'${kind}'`).join(', '))",
    ),
    'a constant statement with parameters': sql(
      "return db.query('select * from task where id = $1', [name])",
    ),
    'another query': sql('return router.query(`/tasks/${name}`)'),
    'a statement with placeholders': sql('return db.execute(sql`select ${name}`)'),
    'a constant': sql("return sql.raw('now()')"),
    'a named constant': sql("const order = 'desc'; return sql.raw(order)"),
    'a template of constants': sql("const column = 'a'; return sql.raw(`order by ${column}`)"),
    'a placeholder': sql('return sql`select ${name}`'),
    'another raw': sql('return String.raw`a` + markdown.raw(name)'),
    'unsafe with a constant': sql("return db.unsafe('select 1')"),
  },
})
