/** The backups written down in the ledger, newest first. */
import { Table } from '@mantine/core'
import type { CallOutput } from '../../../shared/contract/contract.ts'
import { Panel } from '../../shared/components/Page.tsx'
import { useAgo, useFormats } from '../../shared/format/useFormats.ts'
import { useT } from '../../shared/i18n/i18n.ts'
import classes from './Backups.module.css'

type Backups = CallOutput<'backup.list'>['backups']

export function BackupList({ backups }: { backups: Backups }) {
  const t = useT()
  const ago = useAgo()
  const formats = useFormats()
  if (backups.length === 0) {
    return (
      <Panel title={t('backup.list')}>
        <p className={classes.quiet}>{t('backup.listEmpty')}</p>
      </Panel>
    )
  }
  return (
    <Panel title={t('backup.list')} flush>
      <p className={`${classes.quiet} ${classes.listHint}`}>{t('backup.listHint')}</p>
      <div className={classes.scroll}>
        <Table
          className={classes.table ?? ''}
          verticalSpacing={8}
          horizontalSpacing={18}
          aria-label={t('backup.list')}
        >
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('backup.column.when')}</Table.Th>
              <Table.Th className={classes.numeric ?? ''}>{t('backup.column.files')}</Table.Th>
              <Table.Th className={classes.numeric ?? ''}>{t('backup.column.size')}</Table.Th>
              <Table.Th>{t('backup.column.snapshot')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {backups.map((backup) => (
              <Table.Tr key={backup.seq}>
                <Table.Td>
                  {formats.moment(backup.at)}{' '}
                  <span className={classes.quiet}>({ago(backup.at)})</span>
                </Table.Td>
                <Table.Td className={classes.numeric ?? ''}>
                  {formats.number(backup.objects)}
                </Table.Td>
                <Table.Td className={classes.numeric ?? ''}>{formats.bytes(backup.bytes)}</Table.Td>
                <Table.Td>
                  <code className={`mono ${classes.quiet}`}>{backup.snapshot}</code>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
    </Panel>
  )
}
