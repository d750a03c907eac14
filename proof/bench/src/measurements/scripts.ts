/**
 * The paths of the scripts that a page loads, each once: script elements and the modules that its payload names. Leaves out
 * scripts for browsers without module support.
 */
export function scriptPaths(html: string): string[] {
  const legacy = [...html.matchAll(/<script[^>]*\bnoModule\b[^>]*>/gi)].map(([element]) => element).join()
  const paths = [...html.matchAll(/static\/chunks\/[\w./~%()[\]-]+?\.js/g)].map(([path]) => `/_next/${path}`)
  return [...new Set(paths)].filter((path) => !legacy.includes(path)).toSorted()
}
