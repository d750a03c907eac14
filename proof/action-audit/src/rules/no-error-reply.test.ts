import { action, testRule } from '../testing/rule-cases'
import { noErrorReply } from './no-error-reply'

const handler = (text: string) => action({ handler: text })

testRule(noErrorReply, {
  flagged: {
    'the message': handler(
      'async () => { try { await save() } catch (error) { return { error: error.message } } }',
    ),
    'the error': handler('async () => { try { await save() } catch (error) { return { error } } }'),
    'the error as a string': handler(
      'async () => { try { await save() } catch (error) { return { error: String(error) } } }',
    ),
    'in a template': handler(
      'async () => { try { await save() } catch (error) { return `Failed: ${error.message}` } }',
    ),
    'through toString': handler('async () => { try { await save() } catch (e) { return e.toString() } }'),
    destructured: handler('async () => { try { await save() } catch ({ message }) { return { message } } }'),
    'through a constant': handler(
      'async () => { try { await save() } catch (e) { const text = e.message; return { text } } }',
    ),
    'in a conditional': handler(
      "async () => { try { await save() } catch (e) { return { text: e instanceof Error ? e.message : 'Failed' } } }",
    ),
    spread: handler('async () => { try { await save() } catch (e) { return { ...e } } }'),
    'rethrown with its message': handler(
      'async () => { try { await save() } catch (e) { throw new Error(e.message) } }',
    ),
    'in a promise’s catch': handler('async () => save().catch((e) => ({ error: e.message }))'),
    'in a client':
      'export const client = createSafeActionClient({ handleServerError: (error) => error.message })',
    'in a client, through a function':
      'const reply = (e) => ({ text: e.message })\nexport const client = createSafeActionClient({ handleServerError: reply })',
  },
  fine: {
    'a fixed sentence': handler(
      "async () => { try { await save() } catch { return { error: 'It could not be saved.' } } }",
    ),
    'a code': handler('async () => { try { await save() } catch (e) { return { code: codeOf(e) } } }'),
    'a reply that depends on the error’s class': handler(
      'async () => { try { await save() } catch (e) { return { taken: e instanceof Conflict } } }',
    ),
    'rethrown unchanged': handler(
      'async () => { try { await save() } catch (e) { log(e.message); throw e } }',
    ),
    'a message from the input': handler('async ({ parsedInput }) => ({ message: parsedInput.message })'),
    'a client with one sentence':
      "export const client = createSafeActionClient({ handleServerError: (error) => { log(error); return 'Failed' } })",
  },
})
