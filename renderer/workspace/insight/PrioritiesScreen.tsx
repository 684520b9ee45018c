/** Held people with a ground to be thought of first. The grounds stand beside every name; one of them can be chosen. */
import { Chip, Group, Table } from '@mantine/core'
import { HeartPulse } from 'lucide-react'
import { useState } from 'react'
import type { CallOutput } from '../../../shared/contract/contract.ts'
import { GROUND_NAMES } from '../../../shared/contract/insight.ts'
import { useCall } from '../../shared/bridge/hooks.ts'
import { Answer } from '../../shared/components/Answer.tsx'
import { EmptyState } from '../../shared/components/EmptyState.tsx'
import { Page, Panel } from '../../shared/components/Page.tsx'
import { useFormats } from '../../shared/format/useFormats.ts'
import { useT } from '../../shared/i18n/i18n.ts'
import { RecordLink } from '../records/RecordLink.tsx'
import { StatusBadge } from '../records/StatusBadge.tsx'
import { useDates } from '../records/useDates.ts'
import { useTitle } from '../records/useTitle.ts'
import classes from './Insight.module.css'

type Row = CallOutput<'insight.priorities'>['rows'][number]
type Ground = Row['grounds'][number]

/** The most that are drawn at once; the grounds narrow it. */
const MOST = 300

export function PrioritiesScreen() {
  const t = useT()
  const query = useCall('insight.priorities', {})
  return (
    <Answer query={query}>
      {({ rows }) =>
        rows.length === 0 ? (
          <EmptyState wholePage icon={HeartPulse} title={t('priorities.emptyTitle')}>
            <p>{t('priorities.emptyText')}</p>
          </EmptyState>
        ) : (
          <Page title={t('priorities.title')} subtitle={t('priorities.subtitle')}>
            <Rows rows={rows} />
          </Page>
        )
      }
    </Answer>
  )
}

function Rows({ rows }: { rows: readonly Row[] }) {
  const t = useT()
  const formats = useFormats()
  const [ground, setGround] = useState<Ground | ''>('')
  const shown = rows.filter(({ grounds }) => ground === '' || grounds.includes(ground))
  const chips: readonly (Ground | '')[] = ['', ...GROUND_NAMES]
  const countOf = (each: Ground | '') =>
    each === '' ? rows.length : rows.filter(({ grounds }) => grounds.includes(each)).length
  return (
    <>
      <Chip.Group value={ground} onChange={(value) => setGround(value as Ground | '')}>
        <Group gap={8} role="radiogroup" aria-label={t('priorities.grounds')}>
          {chips
            .filter((each) => countOf(each) > 0)
            .map((each) => (
              <Chip key={each} value={each} size="sm" variant="outline">
                {each === '' ? t('priorities.all') : t(`priorities.ground.${each}`)}{' '}
                <span className="tabular">{formats.number(countOf(each))}</span>
              </Chip>
            ))}
        </Group>
      </Chip.Group>
      <Panel flush>
        <Table
          highlightOnHover
          verticalSpacing={9}
          horizontalSpacing={10}
          className={classes.table ?? ''}
        >
          <Table.Thead>
            <Table.Tr>
              <Table.Th className={classes.first ?? ''}>{t('priorities.name')}</Table.Th>
              <Table.Th>{t('priorities.grounds')}</Table.Th>
              <Table.Th>{t('priorities.facility')}</Table.Th>
              <Table.Th>{t('priorities.heldSince')}</Table.Th>
              <Table.Th>{t('priorities.confirmed')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {shown.slice(0, MOST).map((row) => (
              <PriorityRow key={row.id} row={row} />
            ))}
          </Table.Tbody>
        </Table>
      </Panel>
    </>
  )
}

const GRAVE: ReadonlySet<Ground> = new Set(['urgent', 'missing'])

function PriorityRow({ row }: { row: Row }) {
  const t = useT()
  const date = useDates()
  const titleOf = useTitle()
  return (
    <Table.Tr>
      <Table.Td className={classes.first ?? ''}>
        <RecordLink kind="person" id={row.id}>
          {titleOf('person', row.title)}
        </RecordLink>
        <div className={classes.under}>
          {row.status !== null && <StatusBadge status={row.status} />}
        </div>
      </Table.Td>
      <Table.Td>
        <ul className={classes.grounds}>
          {row.grounds.map((each) => (
            <li key={each} data-grave={GRAVE.has(each) || undefined}>
              {t(`priorities.ground.${each}`)}
            </li>
          ))}
        </ul>
      </Table.Td>
      <Table.Td>{row.facility}</Table.Td>
      <Table.Td className={classes.when ?? ''}>
        {row.heldSince === null ? '' : date(row.heldSince)}
      </Table.Td>
      <Table.Td className={classes.when ?? ''}>
        {row.confirmed === null ? t('priorities.never') : date(row.confirmed)}
      </Table.Td>
    </Table.Tr>
  )
}
