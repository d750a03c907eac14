'use server'

import { headers } from 'next/headers'

import { auth } from '@kit/auth/library/auth'

export async function signInAction(form: FormData) {
  const body = { email: String(form.get('email')), password: String(form.get('password')) }
  await auth().api.signInEmail({ body, headers: await headers() })
}
