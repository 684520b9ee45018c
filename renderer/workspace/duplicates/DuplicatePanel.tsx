/**
 * Beside the names of a form: who is recorded already and may be the person that is being typed, with reasons. It asks
 * when the typing pauses, takes nobody's focus, and merges nothing. Who was called a different person is not offered again.
 */
import { Badge, Button } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData } from '@tanstack/react-query'
import { UsersRound } from 'lucide-react'
import type { DuplicateOffer } from '../../../shared/contract/duplicates.ts'
import { parseDate } from '../../../shared/dates/parse.ts'
import type { RecordId } from '../../../shared/ids.ts'
import type { PartialDate } from '../../../shared/model/values.ts'
import { useCall } from '../../shared/bridge/hooks.ts'
import { useT } from '../../shared/i18n/i18n.ts'
import type { Draft } from '../records/form/draft.ts'
import { useFormState } from '../records/form/FormContext.tsx'
import { useTitle } from '../records/useTitle.ts'
import { AboutPerson } from './AboutPerson.tsx'
import classes from './DuplicatePanel.module.css'
import { Reasons } from './Reasons.tsx'

/** How long typing pauses before it asks. */
const ASK_AFTER_MS = 350

interface DuplicatePanelProps {
  /** Leaves the form for the record; what is typed is kept. */
  onOpen(id: RecordId): void
}

export function DuplicatePanel({ onOpen }: DuplicatePanelProps) {
  const t = useT()
  const titleOf = useTitle()
  const { draft, dispatch, today } = useFormState()
  const typed = typedOf(draft, today)
  const [asked] = useDebouncedValue(JSON.stringify(typed), ASK_AFTER_MS)
  const input = JSON.parse(asked) as Typed
  const isAsking = input.isTold && input.names.length > 0
  const { id, names, birthDates, court, verdictDate } = input
  const said = draft.different
  const { data } = useCall(
    'duplicates.offer',
    { id, names, birthDates, court, verdictDate, different: said.map((each) => each.id) },
    { enabled: isAsking, placeholderData: keepPreviousData, gcTime: 0 },
  )
  const offers = isAsking
    ? (data?.offers ?? []).filter((offer) => said.every((each) => each.id !== offer.id))
    : []
  if (offers.length === 0 && said.length === 0) return null
  return (
    <section className={classes.panel} aria-label={t('duplicates.panel.title')} role="status">
      {offers.length > 0 && (
        <>
          <h2 className={classes.title}>
            <UsersRound size={16} aria-hidden />
            {t('duplicates.panel.title')}
          </h2>
          <p className={classes.hint}>{t('duplicates.panel.hint')}</p>
          <ul className={classes.offers}>
            {offers.map((offer) => (
              <Offer
                key={offer.id}
                offer={offer}
                onOpen={() => onOpen(offer.id)}
                onDifferent={() =>
                  dispatch({ do: 'different', id: offer.id, title: titleOf('person', offer.title) })
                }
              />
            ))}
          </ul>
        </>
      )}
      {said.length > 0 && (
        <ul className={classes.said}>
          {said.map((each) => (
            <li key={each.id}>
              {t('duplicates.panel.told', { name: each.title })}
              <Button
                size="compact-xs"
                variant="subtle"
                onClick={() => dispatch({ do: 'alike', id: each.id })}
              >
                {t('duplicates.panel.takeBack')}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

interface OfferProps {
  readonly offer: DuplicateOffer
  onOpen(): void
  onDifferent(): void
}

function Offer({ offer, onOpen, onDifferent }: OfferProps) {
  const t = useT()
  const titleOf = useTitle()
  const name = titleOf('person', offer.title)
  return (
    <li className={classes.offer}>
      <div className={classes.who}>
        <div className={classes.head}>
          <span className={classes.name}>{name}</span>
          <Badge variant="light" color={offer.verdict === 'same' ? 'tide' : 'gray'} tt="none">
            {t(`duplicates.verdict.${offer.verdict}`)}
          </Badge>
          <AboutPerson {...offer} />
        </div>
        <Reasons reasons={offer.reasons} />
      </div>
      <div className={classes.buttons}>
        <Button
          size="xs"
          variant="default"
          aria-label={t('duplicates.panel.openName', { name })}
          onClick={onOpen}
        >
          {t('duplicates.panel.open')}
        </Button>
        <Button
          size="xs"
          variant="subtle"
          aria-label={t('duplicates.panel.differentName', { name })}
          onClick={onDifferent}
        >
          {t('duplicates.panel.different')}
        </Button>
      </div>
    </li>
  )
}

interface Typed {
  readonly id: RecordId | null
  readonly names: string[]
  readonly birthDates: PartialDate[]
  readonly court: string
  readonly verdictDate: string
  /** A name or a date of birth is being added: of a form about something else nothing is asked. */
  readonly isTold: boolean
}

/** What the form says of the person by now: what stands, without what is taken back, and what is typed. */
function typedOf({ record, entries, retract }: Draft, today: string): Typed {
  const replaced = new Set([
    ...retract,
    ...entries.flatMap(({ corrects }) => (corrects ? [corrects.id] : [])),
  ])
  const standing = (field: string) =>
    (record?.statements ?? []).flatMap(({ id, field: name, retractedBy, value }) =>
      name === field && retractedBy === null && !replaced.has(id) ? [value] : [],
    )
  const typed = (field: string): string[] =>
    entries.flatMap(({ field: name, raw }) => {
      const text = name !== field ? '' : typeof raw === 'string' ? raw : (raw.text ?? '')
      return text.trim() === '' ? [] : [text.trim().slice(0, 300)]
    })
  const dates = (field: string): PartialDate[] =>
    typed(field).flatMap((text) => {
      const date = parseDate(text, today)
      return date.ok ? [date.value] : []
    })
  const nameOf = (value: unknown): string => (value as { readonly text: string }).text
  const [names, birthDates] = [typed('names'), dates('birthDate')]
  return {
    id: record?.id ?? null,
    names: [...names, ...standing('names').map(nameOf)].slice(0, 20),
    birthDates: [...birthDates, ...(standing('birthDate') as PartialDate[])].slice(0, 20),
    court: typed('court')[0] ?? String(standing('court')[0] ?? ''),
    verdictDate: dates('verdictDate')[0] ?? String(standing('verdictDate')[0] ?? ''),
    isTold: names.length + birthDates.length > 0,
  }
}
