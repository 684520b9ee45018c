/** Fields as the screens group them. */
import { describe, expect, it } from 'vitest'
import { essentialsOf, groupsOf } from '../../../renderer/workspace/records/layout.ts'
import { KINDS } from '../../../shared/model/kind.ts'
import { fieldsOf } from '../../../shared/model/model.ts'

describe.each(KINDS)('the layout of %s', (kind) => {
  it('has every field of the model in exactly one group', () => {
    const placed = groupsOf(kind).flatMap(({ fields }) => fields)
    expect([...placed].sort()).toEqual(
      fieldsOf(kind)
        .map(([field]) => field)
        .sort(),
    )
  })

  it('has essentials that are among its fields', () => {
    const fields = fieldsOf(kind).map(([field]) => field)
    for (const field of essentialsOf(kind)) expect(fields).toContain(field)
  })
})
