/** Fills a vault with canaries: a record of every kind with a text in every field that takes one. */
import type { Page } from '@playwright/test'
import type { CallInput } from '../../../shared/contract/contract.ts'
import type { RecordId } from '../../../shared/ids.ts'
import type { Field } from '../../../shared/model/field.ts'
import { KINDS } from '../../../shared/model/kind.ts'
import { fieldsOf, isSealedKind, type OpenKind } from '../../../shared/model/model.ts'
import { callOk } from '../../support/app/program.ts'
import { canary } from './needles.ts'
import { make, type Said } from './records.ts'

/** A value with canaries in it; one without where the field takes no text; undefined for another record. */
function valueFor({ type, values }: Field, what: string): unknown {
  switch (type) {
    case 'text':
    case 'longText':
      return canary(what)
    case 'name':
      return {
        text: canary(what),
        lang: 'uk',
        surname: canary('surname'),
        given: canary('given name'),
        patronymic: canary('patronymic'),
      }
    case 'charge':
      return { article: canary('article'), caption: canary('caption') }
    case 'sentence':
      return { years: 7, months: 1, note: canary('sentence') }
    case 'listEntry':
      return { list: canary('list') }
    case 'claim':
      return {
        text: canary('claim'),
        date: '2025',
        number: 5,
        publisher: canary('publisher'),
        definition: canary('term'),
      }
    case 'labelWords':
      return { code: 'a1', uk: canary(what) }
    case 'date':
      return '2019-03-27'
    case 'boolean':
      return true
    case 'number':
      return 2
    case 'ref':
      return undefined
    case 'enum':
      return values?.[0]
  }
}

function saidOf(kind: Parameters<typeof fieldsOf>[0]): Said[] {
  return fieldsOf(kind).flatMap(([field, spec]) => {
    const value = valueFor(spec, `${kind} ${field}`)
    return value === undefined ? [] : [{ field, value, confidentiality: spec.confidentiality }]
  })
}

export interface Filled {
  readonly ids: Readonly<Record<OpenKind, RecordId>>
  /** How many texts were put in. */
  readonly texts: number
}

export async function fillEveryKind(page: Page): Promise<Filled> {
  const ids: Partial<Record<OpenKind, RecordId>> = {}
  let texts = 0
  for (const kind of KINDS) {
    const said = saidOf(kind)
    texts += said.filter(({ value }) => JSON.stringify(value).includes('kanarka')).length
    if (!isSealedKind(kind)) ids[kind] = await make(page, kind, said)
  }
  const witness = ids.witness as RecordId
  const change = {
    add: saidOf('witnessIdentity').map(({ field, value }) => ({
      field,
      value,
      source: null,
      grade: 'F6',
      asOf: null,
      confidentiality: 'C3',
    })),
  } as CallInput<'witness.saveIdentity'>['change']
  await callOk(page, 'witness.saveIdentity', { witness, change })
  return { ids: ids as Filled['ids'], texts }
}
