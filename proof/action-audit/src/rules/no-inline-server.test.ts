import { testRule } from '../testing/rule-cases'
import { noInlineServer } from './no-inline-server'

testRule(noInlineServer, {
  flagged: {
    'a function in a component':
      "export function Page() { const key = 1; async function submit(form) { 'use server'; await call(key, form) } return <form action={submit} /> }",
    'an arrow function': "export const Page = () => <form action={async () => { 'use server' }} />",
    'a method': "const actions = { async remove(id) { 'use server'; await remove(id) } }",
    'a method of a class': "class Actions { static async remove(id) { 'use server' } }",
    'a function in a module': "export async function remove(id) { 'use server'; return id }",
    'after another directive': "async function remove() { 'use strict'; 'use server' }",
    'inside a file of actions':
      "'use server'\nfunction make(id) { return async () => { 'use server'; return id } }",
  },
  fine: {
    'a file of actions': "'use server'\nexport async function remove() {}",
    'a string that isn’t a directive': "async function say() { const x = 1; return 'use server' }",
    'a statement that isn’t a directive': "async function say() { prepare(); 'use server' }",
    'the other directive': "'use client'\nexport function Button() { return null }",
    'a directive in parentheses': "async function say() { ('use server') }",
  },
})
