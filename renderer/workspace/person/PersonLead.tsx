/** The head of a person's page: photograph, every spelling of the name, and the facts one is asked for first. */

import { dayOf } from '../../../shared/dates/span.ts'
import { valueLabel } from '../../../shared/i18n/labels.ts'
import { MODEL } from '../../../shared/model/model.ts'
import { staleField } from '../../../shared/model/staleness.ts'
import type { Name } from '../../../shared/model/values.ts'
import { useLabels, useT } from '../../shared/i18n/i18n.ts'
import type { OpenRecord } from '../records/page/RecordActions.tsx'
import { StaleMark } from '../records/StaleMark.tsx'
import { StatusBadge } from '../records/StatusBadge.tsx'
import { firstValue, standingValues } from '../records/statements.ts'
import { useDates } from '../records/useDates.ts'
import { useValueWords } from '../records/useValueWords.ts'
import { LANGUAGE_TAGS, LanguageTag } from '../records/ValueView.tsx'
import classes from './PersonLead.module.css'
import { PersonPhoto } from './PersonPhoto.tsx'

/** Each field is shown when it is known; together they fit one line of a wide window. */
const KEY_FACTS = ['birthDate', 'arrestDate', 'charges', 'sentence', 'termEnd'] as const

export function PersonLead({ data }: { data: OpenRecord }) {
  const t = useT()
  const labels = useLabels()
  const { record, titles } = data
  const names = standingValues(record, 'names') as readonly Name[]
  const others = names.filter(({ text }) => text !== record.title)
  const status = firstValue(record, 'status')
  const grounds = standingValues(record, 'healthCategory') as readonly string[]
  const photo = firstValue(record, 'photo')
  const place = data.linked
    .filter(({ kind, to }) => kind === 'stay' && to === null)
    .map(({ values }) => values.facility?.[0])
    .find(Boolean)
  return (
    <section className={classes.lead} aria-label={t('person.lead')}>
      {photo !== undefined && <PersonPhoto evidence={String(photo)} name={record.title} />}
      <div className={classes.words}>
        {others.length > 0 && (
          <ul className={classes.names} aria-label={labels.fields.person.names}>
            {others.map((name) => (
              <li key={`${name.lang}-${name.text}`} className={classes.name}>
                <LanguageTag lang={name.lang} />
                <span lang={LANGUAGE_TAGS[name.lang]}>{name.text}</span>
              </li>
            ))}
          </ul>
        )}
        <div className={classes.badges}>
          {status !== undefined && <StatusBadge status={String(status)} large />}
          <StaleMark stale={staleField(record, 'status', MODEL.person.status, dayOf(new Date()))} />
          {place && <span className={classes.place}>{place}</span>}
          {grounds.map((ground) => (
            <span key={ground} className={classes.ground}>
              {valueLabel(labels, 'person', 'healthCategory', ground)}
            </span>
          ))}
        </div>
        <KeyFacts data={data} titles={titles} />
      </div>
    </section>
  )
}

function KeyFacts({ data, titles }: { data: OpenRecord; titles: OpenRecord['titles'] }) {
  const labels = useLabels()
  const words = useValueWords()
  const date = useDates()
  const { record } = data
  const known = KEY_FACTS.flatMap((field) => {
    const value = firstValue(record, field)
    if (value === undefined) return []
    const text =
      field === 'charges'
        ? standingValues(record, 'charges')
            .map((charge) => (charge as { article: string }).article)
            .join('; ')
        : field === 'birthDate' || field === 'arrestDate' || field === 'termEnd'
          ? date(String(value))
          : words('person', field, value, titles)
    return [{ field, text }]
  })
  if (known.length === 0) return null
  return (
    <dl className={classes.facts}>
      {known.map(({ field, text }) => (
        <div key={field} className={classes.fact}>
          <dt>{labels.fields.person[field]}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  )
}
