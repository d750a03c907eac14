import NextLink from 'next/link'
import type { ComponentProps } from 'react'

export type LinkProps = Omit<ComponentProps<typeof NextLink>, 'prefetch'>

/**
 * Next's link, without its prefetching. Every page is rendered on request, so two requests for each visible link would
 * bring nothing but the names of the page's folders.
 */
export function Link(props: LinkProps) {
  return <NextLink prefetch={false} {...props} />
}
