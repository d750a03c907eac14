import { env } from '@kit/env'

import { chooseStore } from '../stores/choose-store'
import { PATIENCE } from './patience'

// A separate process that makes parallel calls and prints how many were allowed. Its settings choose the store.
const [key = '', limit, windowSeconds, calls] = process.argv.slice(2)

const store = await chooseStore(env(), PATIENCE)
const hits = Array.from({ length: Number(calls) }, () => store.hit(key, Number(limit), Number(windowSeconds)))
const results = await Promise.all(hits)
await store.close()
process.stdout.write(String(results.filter(({ allowed }) => allowed).length))
