/** A product's name as people read it, and as machines do: lower case, words joined by dashes. */
export interface Product {
  name: string
  slug: string
}

/** Every spelling of a name that the repository uses. */
export interface Names {
  /** In sentences: "Blue Ledger". */
  display: string
  /** In URLs, folders, cookies and mail domains: `blue-ledger`. */
  kebab: string
  /** In the database: `blue_ledger`. */
  snake: string
  /** In identifiers: `blueLedger`, `BlueLedger`, `BLUE_LEDGER`. */
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
