/** Two people who may be one, side by side, why, and what to do about it. */
import { Badge, Button } from '@mantine/core'
import { Merge as MergeIcon } from 'lucide-react'
import { useState } from 'react'
import type { CallOutput } from '../../../shared/contract/contract.ts'
import type { ShownPerson } from '../../../shared/contract/duplicates.ts'
import { useMutationCall } from '../../shared/bridge/hooks.ts'
import { ErrorNote } from '../../shared/components/ErrorNote.tsx'
import { useT } from '../../shared/i18n/i18n.ts'
import { useNotify } from '../../shared/useNotify.ts'
import { RecordLink } from '../records/RecordLink.tsx'
import { useTitle } from '../records/useTitle.ts'
import { AboutPerson } from './AboutPerson.tsx'
import classes from './Duplicates.module.css'
import { MergeChoice } from './MergeChoice.tsx'
import { Reasons } from './Reasons.tsx'

export type ShownPair = CallOutput<'duplicates.pairs'>['pairs'][number]

export function PairRow({ pair }: { readonly pair: ShownPair }) {
  const t = useT()
  const titleOf = useTitle()
  const notify = useNotify()
  const [isMerging, setMerging] = useState(false)
  const { a, b, verdict, reasons, later } = pair
  const judge = useMutationCall('duplicates.judge', {
    onSuccess: () => notify({ message: t('duplicates.screen.said') }),
  })
  const putOff = useMutationCall('duplicates.later')
  const failure = judge.error ?? putOff.error
  const [one, other] = [titleOf('person', a.title), titleOf('person', b.title)]
  return (
    <li
      className={classes.pair}
      aria-label={t('duplicates.screen.pair', { a: one, b: other })}
      data-later={later || undefined}
    >
      <div className={classes.sides}>
        <Side person={a} title={one} />
        <Side person={b} title={other} />
      </div>
      <div className={classes.why}>
        <Badge variant="light" color={verdict === 'same' ? 'tide' : 'gray'} tt="none">
          {t(`duplicates.verdict.${verdict}`)}
        </Badge>
        <Reasons reasons={reasons} />
        {later && <p className={classes.quiet}>{t('duplicates.screen.postponed')}</p>}
      </div>
      <div className={classes.decide}>
        <Button
          size="xs"
          variant="default"
          leftSection={<MergeIcon size={14} aria-hidden />}
          onClick={() => setMerging(true)}
        >
          {t('duplicates.screen.merge')}
        </Button>
        <Button
          size="xs"
          variant="default"
          loading={judge.isPending}
          onClick={() => judge.mutate({ a: a.id, b: b.id, verdict: 'different' })}
        >
          {t('duplicates.screen.different')}
        </Button>
        {!later && (
          <Button
            size="xs"
            variant="subtle"
            onClick={() => putOff.mutate({ a: a.id, b: b.id, later: true })}
          >
            {t('duplicates.screen.later')}
          </Button>
        )}
      </div>
      {failure && <ErrorNote error={failure} />}
      {isMerging && <MergeChoice a={a} b={b} onClose={() => setMerging(false)} />}
    </li>
  )
}

function Side({ person, title }: { readonly person: ShownPerson; readonly title: string }) {
  return (
    <div className={classes.side}>
      <RecordLink kind="person" id={person.id}>
        {title}
      </RecordLink>
      <AboutPerson {...person} />
    </div>
  )
}
