import { action, testRule } from '../testing/rule-cases'
import { noErrorReply } from './no-error-reply'

const handler = (text: string) => action({ handler: text })

testRule(noErrorReply, {
  flagged: {
    'the message': handler(
      'async () => { try { await save() } catch (error) { return { error: error.message } } }',
    ),
    'the error': handler('async () => { try { await save() } catch (error) { return { error } } }'),
    'the error as a text': handler(
      'async () => { try { await save() } catch (error) { return { error: String(error) } } }',
    ),
    'in a template': handler(
      'async () => { try { await save() } catch (error) { return `Failed: ${error.message}` } }',
    ),
    'by toString': handler('async () => { try { await save() } catch (e) { return e.toString() } }'),
    'taken out': handler('async () => { try { await save() } catch ({ message }) { return { message } } }'),
    'through a constant': handler(
      'async () => { try { await save() } catch (e) { const text = e.message; return { text } } }',
    ),
    'one of two': handler(
      "async () => { try { await save() } catch (e) { return { text: e instanceof Error ? e.message : 'Failed' } } }",
    ),
    spread: handler('async () => { try { await save() } catch (e) { return { ...e } } }'),
    'thrown again with its text': handler(
      'async () => { try { await save() } catch (e) { throw new Error(e.message) } }',
    ),
    'caught by a promise': handler('async () => save().catch((e) => ({ error: e.message }))'),
    'of a client':
      'export const client = createSafeActionClient({ handleServerError: (error) => error.message })',
    'of a client, by a function':
      'const reply = (e) => ({ text: e.message })\nexport const client = createSafeActionClient({ handleServerError: reply })',
  },
  fine: {
    'a sentence': handler(
      "async () => { try { await save() } catch { return { error: 'It could not be saved.' } } }",
    ),
    'a code': handler('async () => { try { await save() } catch (e) { return { code: codeOf(e) } } }'),
    'an answer by the kind of error': handler(
      'async () => { try { await save() } catch (e) { return { taken: e instanceof Conflict } } }',
    ),
    'thrown again as it is': handler(
      'async () => { try { await save() } catch (e) { log(e.message); throw e } }',
    ),
    'a message of its own': handler('async ({ parsedInput }) => ({ message: parsedInput.message })'),
    'a client with one sentence':
      "export const client = createSafeActionClient({ handleServerError: (error) => { log(error); return 'Failed' } })",
  },
})
