import { NewItemForm } from './new-item-form'

export default function WritePage() {
  return <NewItemForm />
}
