/** One value of a record, shown by its type: a name in its language, a reference as a link, long text in full. */
import type { RecordId } from '../../../shared/ids.ts'
import type { Kind } from '../../../shared/model/kind.ts'
import { isSealedKind } from '../../../shared/model/model.ts'
import type { Charge, Claim, Name } from '../../../shared/model/values.ts'
import { useFormats } from '../../shared/format/useFormats.ts'
import { useLabels, useT } from '../../shared/i18n/i18n.ts'
import { useSpecOf } from './own/OwnFields.tsx'
import { RecordLink } from './RecordLink.tsx'
import { StatusBadge } from './StatusBadge.tsx'
import { useDates } from './useDates.ts'
import { useTitle } from './useTitle.ts'
import { type Titles, useValueWords } from './useValueWords.ts'
import classes from './ValueView.module.css'

interface ValueViewProps {
  readonly kind: Kind
  readonly field: string
  readonly value: unknown
  readonly titles: Titles
  readonly erased?: ReadonlySet<string> | undefined
}

export function ValueView({ kind, field, value, titles, erased }: ValueViewProps) {
  const words = useValueWords()
  const spec = useSpecOf()(kind, field)
  switch (spec?.type) {
    case 'name':
      return <NameView name={value as Name} />
    case 'charge':
      return <ChargeView charge={value as Charge} />
    case 'claim':
      return <ClaimView claim={value as Claim} />
    case 'longText':
      return <span className={classes.long}>{String(value)}</span>
    case 'ref': {
      const target = spec.target
      return target && !isSealedKind(target) ? (
        <RefView kind={target} id={value as RecordId} titles={titles} erased={erased} />
      ) : null
    }
    case 'enum':
      if (kind === 'person' && field === 'status') return <StatusBadge status={String(value)} />
      return <span>{words(kind, field, value, titles)}</span>
    default:
      return <span className={classes.plain}>{words(kind, field, value, titles)}</span>
  }
}

/** BCP 47 tags, so that hyphenation, fonts and screen readers know the language of a name. */
export const LANGUAGE_TAGS: Readonly<Record<Name['lang'], string | undefined>> = {
  uk: 'uk',
  ru: 'ru',
  crh: 'crh',
  en: 'en',
  tr: 'tr',
  other: undefined,
}

export function LanguageTag({ lang }: { lang: Name['lang'] }) {
  const labels = useLabels()
  return (
    <span className={classes.tag} title={labels.nameLanguages[lang]}>
      <span aria-hidden>{lang === 'other' ? '…' : lang}</span>
      <span className="visually-hidden">{labels.nameLanguages[lang]}</span>
    </span>
  )
}

function NameView({ name }: { name: Name }) {
  const labels = useLabels()
  const date = useDates()
  const { from, to } = name
  const period = from || to ? `${from ? date(from) : '…'} – ${to ? date(to) : '…'}` : undefined
  return (
    <span className={classes.name}>
      <LanguageTag lang={name.lang} />
      <span lang={LANGUAGE_TAGS[name.lang]}>{name.text}</span>
      {name.type && <span className={classes.aside}>{labels.nameTypes[name.type]}</span>}
      {period && <span className={classes.aside}>{period}</span>}
    </span>
  )
}

function ChargeView({ charge }: { charge: Charge }) {
  return (
    <span className={classes.plain}>
      <span className={classes.article}>{charge.article}</span>
      {charge.caption && <span className={classes.aside}> {charge.caption}</span>}
    </span>
  )
}

/** A claim never stands without its publisher, date and definition. */
function ClaimView({ claim }: { claim: Claim }) {
  const t = useT()
  const formats = useFormats()
  const date = useDates()
  return (
    <span className={classes.claim}>
      <span>
        {claim.number !== undefined && (
          <strong className={classes.number}>{formats.number(claim.number)}</strong>
        )}
        {claim.text}
      </span>
      <span className={classes.aside}>
        {claim.publisher}, {date(claim.date)}. {t('form.part.definition')}: {claim.definition}
      </span>
    </span>
  )
}

interface RefViewProps {
  readonly kind: Parameters<typeof RecordLink>[0]['kind']
  readonly id: RecordId
  readonly titles: Titles
  readonly erased?: ReadonlySet<string> | undefined
}

function RefView({ kind, id, titles, erased }: RefViewProps) {
  const t = useT()
  const title = useTitle()
  if (erased?.has(id)) return <span className={classes.aside}>{t('records.erasedRecord')}</span>
  return (
    <RecordLink kind={kind} id={id}>
      {title(kind, titles[id] ?? '')}
    </RecordLink>
  )
}
