/** A product's display name and its slug: lowercase words joined by dashes. */
export interface Product {
  name: string
  slug: string
}

/** Every spelling of a name that the repository uses. */
export interface Names {
  /** In sentences: "Corn Crake". */
  display: string
  /** In URLs, folders, cookies and mail domains: `corn-crake`. */
  kebab: string
  /** In the database: `corn_crake`. */
  snake: string
  /** In identifiers: `cornCrake`, `CornCrake`, `CORN_CRAKE`. */
  camel: string
  pascal: string
  constant: string
}

export function namesOf({ name, slug }: Product): Names {
  const words = slug.split('-')
  const pascal = words.map(capitalized).join('')
  return {
    display: name,
    kebab: slug,
    snake: words.join('_'),
    camel: pascal.charAt(0).toLowerCase() + pascal.slice(1),
    pascal,
    constant: words.join('_').toUpperCase(),
  }
}

function capitalized(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}
