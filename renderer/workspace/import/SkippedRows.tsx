/** Every row that is left out, with its line, its column, what stands there and the reason. */
import { Button, Table } from '@mantine/core'
import { useEffect, useState } from 'react'
import type { SkippedRow } from '../../../shared/contract/imports.ts'
import { call } from '../../shared/bridge/client.ts'
import { Panel } from '../../shared/components/Page.tsx'
import { useT } from '../../shared/i18n/i18n.ts'
import classes from './Import.module.css'

const PAGE = 100

const PROBLEMS = [
  'not_a_date',
  'ambiguous_date',
  'unknown_value',
  'not_a_number',
  'not_a_sentence',
  'too_long',
  'spreadsheet_error',
  'no_name',
] as const

export function SkippedRows({ count }: { count: number }) {
  const t = useT()
  const [rows, setRows] = useState<readonly SkippedRow[]>([])
  const more = async () => {
    const answer = await call('import.skipped', { offset: rows.length, limit: PAGE })
    if (answer.ok) setRows([...rows, ...answer.value.rows])
  }
  useEffect(() => {
    void call('import.skipped', { offset: 0, limit: PAGE }).then((answer) => {
      if (answer.ok) setRows(answer.value.rows)
    })
  }, [])
  const why = (problem: string) => {
    const known = PROBLEMS.find((each) => each === problem)
    return known ? t(`imports.problem.${known}`) : problem
  }
  return (
    <Panel title={t('imports.skipped', { count })} flush>
      <div className={classes.scroll}>
        <Table
          className={classes.table ?? ''}
          verticalSpacing={6}
          horizontalSpacing={18}
          aria-label={t('imports.skippedList')}
        >
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('imports.line')}</Table.Th>
              <Table.Th>{t('imports.column')}</Table.Th>
              <Table.Th>{t('imports.standsThere')}</Table.Th>
              <Table.Th>{t('imports.why')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map(({ line, column, problem, value }) => (
              <Table.Tr key={line}>
                <Table.Td className="tabular">{line}</Table.Td>
                <Table.Td>{column ?? t('imports.wholeRow')}</Table.Td>
                <Table.Td className={classes.strong ?? ''}>
                  <bdi>{value}</bdi>
                </Table.Td>
                <Table.Td>{why(problem)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
      {rows.length < count && (
        <div className={classes.below}>
          <Button variant="default" size="xs" onClick={() => void more()}>
            {t('imports.showMore')}
          </Button>
        </div>
      )}
    </Panel>
  )
}
