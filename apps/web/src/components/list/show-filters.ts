/** Sets the fields of a filter form from the URL. Leaves fields alone that already match. */
export function showFilters(form: HTMLFormElement, filters: URLSearchParams): void {
  for (const field of form.elements) {
    if (field instanceof HTMLInputElement && field.type === 'checkbox') {
      field.checked = filters.getAll(field.name).includes(field.value)
    } else if (field instanceof HTMLInputElement || field instanceof HTMLSelectElement) {
      const value = filters.get(field.name) ?? ''
      if (field.value !== value) field.value = value
    }
  }
}
