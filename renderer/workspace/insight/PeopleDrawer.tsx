/** The people behind a number, at the side: the number can be checked against the list that it counts. */
import { Drawer } from '@mantine/core'
import type { UseQueryResult } from '@tanstack/react-query'
import type { CallOutput } from '../../../shared/contract/contract.ts'
import type { BridgeFailure } from '../../shared/bridge/client.ts'
import { Answer } from '../../shared/components/Answer.tsx'
import { useT } from '../../shared/i18n/i18n.ts'
import { RecordLink } from '../records/RecordLink.tsx'
import { StatusBadge } from '../records/StatusBadge.tsx'
import { useTitle } from '../records/useTitle.ts'
import classes from './Insight.module.css'

interface PeopleDrawerProps {
  readonly title: string
  readonly definition: string
  readonly query: UseQueryResult<CallOutput<'insight.people'>, BridgeFailure>
  readonly onClose: () => void
}

export function PeopleDrawer({ title, definition, query, onClose }: PeopleDrawerProps) {
  const t = useT()
  const titleOf = useTitle()
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size={460}
      title={title}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <p className={classes.definition}>{definition}</p>
      <Answer query={query}>
        {({ people }) => (
          <>
            <p className={classes.total}>{t('figures.people', { count: people.length })}</p>
            <ul className={classes.people}>
              {people.map(({ id, title: name, status }) => (
                <li key={id}>
                  <RecordLink kind="person" id={id}>
                    {titleOf('person', name)}
                  </RecordLink>
                  {status !== null && <StatusBadge status={status} />}
                </li>
              ))}
            </ul>
          </>
        )}
      </Answer>
    </Drawer>
  )
}
