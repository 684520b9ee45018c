/** A statement's value as one line of text in the current language: for marks, history and screen readers. */
import { useMemo } from 'react'
import { type ModelLabels, valueLabel } from '../../../shared/i18n/labels.ts'
import type { BodyMark } from '../../../shared/model/bodyMark.ts'
import type { ConsentScope } from '../../../shared/model/consentScope.ts'
import { wordingsOf } from '../../../shared/model/custom.ts'
import type { Kind } from '../../../shared/model/kind.ts'
import type { LabelWords } from '../../../shared/model/labelWords.ts'
import { isSealedKind } from '../../../shared/model/model.ts'
import type { Charge, Claim, ListEntry, Name, Sentence } from '../../../shared/model/values.ts'
import { useFormats } from '../../shared/format/useFormats.ts'
import { useLabels, useT } from '../../shared/i18n/i18n.ts'
import { useSpecOf } from './own/OwnFields.tsx'
import { useDates } from './useDates.ts'
import { useTitle } from './useTitle.ts'

export type Titles = Readonly<Record<string, string>>

/** A sentence as a lawyer says it: years and months, where they are served, what else was said. */
function useSentenceWords(): (sentence: Sentence) => string {
  const t = useT()
  const labels = useLabels()
  return ({ years, months, prisonYears, regime, note }) => {
    const length = [
      years > 0 || months === 0 ? t('records.years', { count: years }) : '',
      months > 0 ? t('records.months', { count: months }) : '',
    ]
    const parts = [
      length.filter(Boolean).join(' '),
      prisonYears !== undefined ? t('records.prisonYears', { count: prisonYears }) : '',
      regime ? labels.regimes[regime] : '',
      note ?? '',
    ]
    return parts.filter(Boolean).join(', ')
  }
}

/** Where a mark is and what it is, then what is known of it. */
function markWords(labels: ModelLabels, mark: BodyMark): string {
  const { view, region, type, sizeMm, colour, age, cause, consistency } = mark
  const known = [
    sizeMm === undefined ? '' : `${sizeMm} mm`,
    colour ?? '',
    age ?? '',
    cause ?? '',
    consistency ? labels.consistency[consistency] : '',
  ].filter(Boolean)
  const where = `${labels.bodyRegions[region]} (${labels.bodyViews[view]})`
  return [`${where}: ${labels.markTypes[type]}`, ...known].join('; ')
}

export function useValueWords(): (
  kind: Kind,
  field: string,
  value: unknown,
  titles: Titles,
) => string {
  const t = useT()
  const labels = useLabels()
  const formats = useFormats()
  const date = useDates()
  const sentence = useSentenceWords()
  const title = useTitle()
  const specOf = useSpecOf()
  return useMemo(() => {
    return (kind, field, value, titles) => {
      switch (specOf(kind, field)?.type) {
        case 'name':
          return (value as Name).text
        case 'date':
          return date(String(value))
        case 'enum':
          return valueLabel(labels, kind, field, String(value))
        case 'boolean':
          return t(value === true ? 'common.yes' : 'common.no')
        case 'number':
          return formats.number(Number(value))
        case 'ref': {
          const known = titles[String(value)]
          const target = specOf(kind, field)?.target
          return known && target && !isSealedKind(target)
            ? title(target, known)
            : t('records.untitledRecord')
        }
        case 'charge': {
          const { article, caption } = value as Charge
          return caption ? `${article}: ${caption}` : article
        }
        case 'sentence':
          return sentence(value as Sentence)
        case 'listEntry': {
          const entry = value as ListEntry
          return entry.date ? `${entry.list} (${date(entry.date)})` : entry.list
        }
        case 'claim': {
          const claim = value as Claim
          return `${claim.text} (${claim.publisher}, ${date(claim.date)})`
        }
        case 'bodyMark':
          return markWords(labels, value as BodyMark)
        case 'consentScope': {
          const { audience, data, level } = value as ConsentScope
          const what =
            data === 'everything' ? labels.consentEverything : labels.disclosureGroups[data]
          return `${labels.audiences[audience]} · ${what}: ${labels.identityLevels[level]}`
        }
        case 'labelWords':
          return wordingsOf(value as LabelWords).join(' · ')
        default:
          return typeof value === 'string' ? value : JSON.stringify(value)
      }
    }
  }, [t, labels, formats, date, sentence, title, specOf])
}
