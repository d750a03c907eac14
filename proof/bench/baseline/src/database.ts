import postgres from 'postgres'

/** As many connections as the product's default. */
export const sql = postgres(process.env.DATABASE_URL ?? '', { max: 10 })
