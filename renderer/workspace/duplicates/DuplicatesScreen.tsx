/**
 * Over the whole vault: pairs of people who may be one, side by side with the reasons, to be merged, called different
 * people, or put off. Nothing merges by itself, and each decision can be taken back here.
 */
import { Button } from '@mantine/core'
import { UsersRound } from 'lucide-react'
import { useState } from 'react'
import type { CallOutput } from '../../../shared/contract/contract.ts'
import { useCall, useMutationCall } from '../../shared/bridge/hooks.ts'
import { Answer } from '../../shared/components/Answer.tsx'
import { EmptyState } from '../../shared/components/EmptyState.tsx'
import { ErrorNote } from '../../shared/components/ErrorNote.tsx'
import { Note } from '../../shared/components/Note.tsx'
import { Page, Panel } from '../../shared/components/Page.tsx'
import { useLabels, useT } from '../../shared/i18n/i18n.ts'
import { ImportWork } from '../import/ImportWork.tsx'
import { useJob } from '../jobs/useJobs.ts'
import { Crumb } from '../records/Crumb.tsx'
import { RecordLink } from '../records/RecordLink.tsx'
import { useTitle } from '../records/useTitle.ts'
import classes from './Duplicates.module.css'
import { PairRow } from './PairRow.tsx'

const PAGE = 25

export function DuplicatesScreen() {
  const t = useT()
  const labels = useLabels()
  const job = useJob()
  const [limit, setLimit] = useState(PAGE)
  const query = useCall('duplicates.pairs', { offset: 0, limit }, { gcTime: 0 })
  const { current } = job
  const look = async () => {
    await job.start('duplicates.look', {}, t('duplicates.screen.looking'))
    await query.refetch()
  }
  const isLooking = current.state === 'running'
  const looked = query.data?.looked
  return (
    <Page
      above={<Crumb kind="person">{labels.kinds.person.many}</Crumb>}
      title={t('duplicates.screen.title')}
      subtitle={t('duplicates.screen.intro')}
      actions={
        looked &&
        !isLooking && (
          <Button variant="default" onClick={() => void look()}>
            {t('duplicates.screen.lookAgain')}
          </Button>
        )
      }
    >
      {current.state === 'failed' && <ErrorNote error={current.error} />}
      {isLooking && <ImportWork job={current.job} label={t('duplicates.screen.looking')} />}
      <Answer query={query}>
        {(data) => (
          <Pairs
            data={data}
            isLooking={isLooking}
            onLook={() => void look()}
            onMore={() => setLimit(limit + PAGE)}
          />
        )}
      </Answer>
      <Apart />
    </Page>
  )
}

interface PairsProps {
  readonly data: CallOutput<'duplicates.pairs'>
  readonly isLooking: boolean
  onLook(): void
  onMore(): void
}

function Pairs({ data, isLooking, onLook, onMore }: PairsProps) {
  const t = useT()
  const { looked, pairs, total } = data
  if (!looked)
    return isLooking ? null : (
      <Panel>
        <EmptyState
          icon={UsersRound}
          title={t('duplicates.screen.notYet')}
          action={<Button onClick={onLook}>{t('duplicates.screen.look')}</Button>}
        >
          {t('duplicates.screen.notYetText')}
        </EmptyState>
      </Panel>
    )
  return (
    <>
      {looked.stale && (
        <Note tone="caution" role="status">
          <p>{t('duplicates.screen.stale')}</p>
        </Note>
      )}
      {pairs.length === 0 ? (
        <Panel>
          <EmptyState icon={UsersRound} title={t('duplicates.screen.none')}>
            {t('duplicates.screen.noneText')}
          </EmptyState>
        </Panel>
      ) : (
        <Panel title={t('duplicates.screen.pairs')} actions={<span>{total}</span>}>
          <ul className={classes.pairs} aria-label={t('duplicates.screen.pairs')}>
            {pairs.map((pair) => (
              <PairRow key={`${pair.a.id} ${pair.b.id}`} pair={pair} />
            ))}
          </ul>
          {pairs.length < total && (
            <Button variant="default" size="xs" onClick={onMore}>
              {t('duplicates.screen.more')}
            </Button>
          )}
        </Panel>
      )}
    </>
  )
}

/** Pairs that were called different people. */
function Apart() {
  const t = useT()
  const titleOf = useTitle()
  const { data } = useCall('duplicates.different', {})
  const judge = useMutationCall('duplicates.judge')
  if (!data || data.pairs.length === 0) return null
  return (
    <Panel title={t('duplicates.screen.apart')}>
      <p className={classes.quiet}>{t('duplicates.screen.apartText')}</p>
      {judge.error && <ErrorNote error={judge.error} />}
      <ul className={classes.apart} aria-label={t('duplicates.screen.apart')}>
        {data.pairs.map(({ a, b }) => (
          <li key={`${a.id} ${b.id}`}>
            <span>
              <RecordLink kind="person" id={a.id}>
                {titleOf('person', a.title)}
              </RecordLink>
              {' · '}
              <RecordLink kind="person" id={b.id}>
                {titleOf('person', b.title)}
              </RecordLink>
            </span>
            <Button
              size="compact-sm"
              variant="subtle"
              onClick={() => judge.mutate({ a: a.id, b: b.id, verdict: 'open' })}
            >
              {t('duplicates.screen.takeBack')}
            </Button>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
