/** Lists: columns from the model, filters, the order a heading gives. */
import { describe, expect, it } from 'vitest'
import {
  columnsOf,
  filtersOf,
  tracksOf,
} from '../../../../renderer/workspace/records/list/columns.ts'
import {
  isNarrowed,
  NO_PARAMS,
  nextSort,
} from '../../../../renderer/workspace/records/list/listState.ts'
import { KINDS } from '../../../../shared/model/kind.ts'
import { isSealedKind } from '../../../../shared/model/model.ts'

const OPEN = KINDS.filter((kind) => !isSealedKind(kind))

describe('the columns of a list', () => {
  it.each(OPEN)('of %s begin with the title and end with the change', (kind) => {
    const columns = columnsOf(kind as Parameters<typeof columnsOf>[0])
    expect(columns[0]?.by).toBe('title')
    expect(columns.at(-1)?.by).toBe('updatedAt')
    expect(new Set(columns.map(({ by }) => by)).size).toBe(columns.length)
    expect(tracksOf(columns).split(') ')).toHaveLength(columns.length)
  })

  it('are the listed fields without the one the title is made of', () => {
    expect(columnsOf('person').map(({ by }) => by)).toEqual([
      'title',
      'status',
      'birthDate',
      'arrestDate',
      'healthCategory',
      'updatedAt',
    ])
    expect(columnsOf('stay').map(({ by }) => by)).toEqual([
      'title',
      'person',
      'facility',
      'from',
      'to',
      'updatedAt',
    ])
  })

  it('offer filters only for fields with a closed set of values', () => {
    expect(filtersOf('person').map(([name]) => name)).toEqual(['status', 'healthCategory'])
    expect(filtersOf('stay')).toEqual([])
  })
})

describe('a heading', () => {
  it('sorts rising, then falling, then not at all', () => {
    const rising = nextSort(null, 'title')
    expect(rising).toEqual({ by: 'title', descending: false })
    const falling = nextSort(rising, 'title')
    expect(falling).toEqual({ by: 'title', descending: true })
    expect(nextSort(falling, 'title')).toBeNull()
  })

  it('shows the newest changes first', () => {
    expect(nextSort(null, 'updatedAt')).toEqual({ by: 'updatedAt', descending: true })
  })

  it('begins anew on another column', () => {
    expect(nextSort({ by: 'title', descending: true }, 'status')).toEqual({
      by: 'status',
      descending: false,
    })
  })
})

describe('a list', () => {
  it('is narrowed by words and filters, not by an order or by blanks', () => {
    expect(isNarrowed(NO_PARAMS)).toBe(false)
    expect(isNarrowed({ ...NO_PARAMS, query: '  ' })).toBe(false)
    expect(isNarrowed({ ...NO_PARAMS, sort: { by: 'title', descending: true } })).toBe(false)
    expect(isNarrowed({ ...NO_PARAMS, query: 'a' })).toBe(true)
    expect(isNarrowed({ ...NO_PARAMS, filter: { status: 'remand' } })).toBe(true)
    expect(isNarrowed({ ...NO_PARAMS, stale: true })).toBe(true)
  })
})
