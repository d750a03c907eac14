import { expect, it } from 'vitest'
import { domainNames } from './domain-names'

const taken = ['orders', 'members']

it('spells a domain in every case', () => {
  expect(domainNames('purchase-orders', { taken })).toEqual({
    plural: {
      kebab: 'purchase-orders',
      snake: 'purchase_orders',
      camel: 'purchaseOrders',
      pascal: 'PurchaseOrders',
      words: 'purchase orders',
    },
    singular: {
      kebab: 'purchase-order',
      snake: 'purchase_order',
      camel: 'purchaseOrder',
      pascal: 'PurchaseOrder',
      words: 'purchase order',
    },
  })
})

it('knows irregular words and accepts a given singular', () => {
  expect(domainNames('companies', { taken }).singular.kebab).toBe('company')
  expect(domainNames('people', { taken }).singular.kebab).toBe('person')
  expect(domainNames('equipment', { taken, singular: 'equipment-item' }).singular.camel).toBe('equipmentItem')
})

it.each([
  ['Invoices', /cannot be a domain/],
  ['invoice_lines', /cannot be a domain/],
  ['-invoices', /cannot be a domain/],
  ['h2s', /cannot be a domain/],
  ['settings', /is reserved/],
  ['classes', /is reserved/],
  ['orders', /The domain "orders" already exists/],
  ['invoice', /"invoice" is not a plural. Use one, such as "invoices"/],
])('refuses %s', (name, message) => {
  expect(() => domainNames(name, { taken })).toThrow(message)
})
