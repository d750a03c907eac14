import { clsx, type ClassValue } from 'clsx'

/**
 * Joins class names. A utility wins over a class of `frame.css` or `components.css`, whatever the order. Of two utilities
 * for the same property, the order of the style sheet decides, so a part that takes a `className` has its own look there.
 */
export function cn(...values: ClassValue[]): string {
  return clsx(values)
}
