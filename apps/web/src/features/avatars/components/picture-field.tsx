'use client'

import { useEffect } from 'react'

import { Field } from '@/components/form/field'
import { useForm } from '@/components/form/form-context'
import { NotSent } from '@/components/form/form-state'

import { LARGEST_PICTURE } from '../largest-picture'
import { shrinkPicture } from './shrink-picture'

const NAME = 'picture'
const kilobytes = LARGEST_PICTURE / 1024

/** A file input. With JavaScript, the browser shrinks the picture before sending it. */
export function PictureField() {
  const { beforeSend } = useForm()

  useEffect(
    () =>
      beforeSend(async (fields) => {
        const file = fields.get(NAME)
        if (!(file instanceof File) || file.size === 0) return
        const small = await shrinkPicture(file)
        if (small) fields.set(NAME, small)
        else if (file.size > LARGEST_PICTURE)
          throw new NotSent("Your browser can't read this file. Choose a PNG, JPEG or WebP picture.")
      }),
    [beforeSend],
  )

  return (
    <Field
      name={NAME}
      label="Picture"
      required
      hint={
        <>
          A PNG, JPEG or WebP. The middle of it is shown as a circle.
          <span className="hidden noscript:inline"> Up to {kilobytes} KB.</span>
        </>
      }
    >
      {(control) => (
        <input
          {...control}
          type="file"
          accept="image/png,image/jpeg,image/webp"
          className="block w-full text-sm text-muted-foreground file:mr-3 file:h-11 file:rounded-md file:border file:border-solid file:border-border file:bg-background file:px-3 file:text-sm file:font-medium file:text-foreground md:file:h-9 md:pointer-coarse:file:h-11"
        />
      )}
    </Field>
  )
}
