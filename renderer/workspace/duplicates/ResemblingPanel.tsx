/**
 * On the page of a person into whom another record was merged: who resembles them now, with reasons. What one record
 * says may be what a third was waiting for; whoever was called a different person is not offered again.
 */
import { Badge, Button } from '@mantine/core'
import { useState } from 'react'
import type { DuplicateOffer, ShownPerson } from '../../../shared/contract/duplicates.ts'
import type { RecordState } from '../../../shared/model/statement.ts'
import type { Name, PartialDate } from '../../../shared/model/values.ts'
import { useCall, useMutationCall } from '../../shared/bridge/hooks.ts'
import { ErrorNote } from '../../shared/components/ErrorNote.tsx'
import { Panel } from '../../shared/components/Page.tsx'
import { useT } from '../../shared/i18n/i18n.ts'
import { useNotify } from '../../shared/useNotify.ts'
import { RecordLink } from '../records/RecordLink.tsx'
import { standingValues } from '../records/statements.ts'
import { useTitle } from '../records/useTitle.ts'
import { AboutPerson } from './AboutPerson.tsx'
import { MergeChoice } from './MergeChoice.tsx'
import { Reasons } from './Reasons.tsx'
import classes from './ResemblingPanel.module.css'

/** As many values as the call takes. */
const MOST_VALUES = 20

export function ResemblingPanel({ record }: { readonly record: RecordState }) {
  const t = useT()
  const text = (field: string) => String(standingValues(record, field)[0] ?? '')
  const names = (standingValues(record, 'names') as readonly Name[]).map((name) => name.text)
  const birthDates = (standingValues(record, 'birthDate') as readonly PartialDate[]).slice(
    0,
    MOST_VALUES,
  )
  const { data, error } = useCall('duplicates.offer', {
    ...{ id: record.id, names: names.slice(0, MOST_VALUES), birthDates, different: [] },
    ...{ court: text('court'), verdictDate: text('verdictDate') },
  })
  if (error) return <ErrorNote error={error} />
  const offers = data?.offers ?? []
  if (offers.length === 0) return null
  const self = { id: record.id, title: record.title, birthDate: birthDates[0] ?? '', facility: '' }
  return (
    <Panel title={t('duplicates.merged.title')}>
      <p className={classes.hint}>{t('duplicates.merged.hint')}</p>
      <ul className={classes.offers} aria-label={t('duplicates.merged.title')}>
        {offers.map((offer) => (
          <Resembling key={offer.id} self={self} offer={offer} />
        ))}
      </ul>
    </Panel>
  )
}

interface ResemblingProps {
  readonly self: ShownPerson
  readonly offer: DuplicateOffer
}

function Resembling({ self, offer }: ResemblingProps) {
  const t = useT()
  const titleOf = useTitle()
  const notify = useNotify()
  const [isMerging, setMerging] = useState(false)
  const judge = useMutationCall('duplicates.judge', {
    onSuccess: () => notify({ message: t('duplicates.screen.said') }),
  })
  const name = titleOf('person', offer.title)
  return (
    <li aria-label={name}>
      <div className={classes.head}>
        <RecordLink kind="person" id={offer.id}>
          {name}
        </RecordLink>
        <Badge variant="light" color={offer.verdict === 'same' ? 'tide' : 'gray'} tt="none">
          {t(`duplicates.verdict.${offer.verdict}`)}
        </Badge>
      </div>
      <AboutPerson {...offer} />
      <Reasons reasons={offer.reasons} />
      <div className={classes.buttons}>
        <Button size="compact-sm" variant="default" onClick={() => setMerging(true)}>
          {t('duplicates.screen.merge')}
        </Button>
        <Button
          size="compact-sm"
          variant="subtle"
          loading={judge.isPending}
          aria-label={t('duplicates.panel.differentName', { name })}
          onClick={() => judge.mutate({ a: self.id, b: offer.id, verdict: 'different' })}
        >
          {t('duplicates.panel.different')}
        </Button>
      </div>
      {judge.error && <ErrorNote error={judge.error} />}
      {isMerging && <MergeChoice a={self} b={offer} onClose={() => setMerging(false)} />}
    </li>
  )
}
