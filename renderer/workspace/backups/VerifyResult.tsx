/** What a check found: one sentence when all is well, otherwise every damaged part by name and what is wrong with it. */
import { Button, Table } from '@mantine/core'
import { useState } from 'react'
import type { VerifyReport } from '../../../shared/contract/work.ts'
import { Note } from '../../shared/components/Note.tsx'
import { useFormats } from '../../shared/format/useFormats.ts'
import { useErrorTexts, useT } from '../../shared/i18n/i18n.ts'
import classes from './Backups.module.css'
import { type Damage, damagedObjects, wrongWith } from './damage.ts'
import { PartName } from './PartName.tsx'
import type { VerifyAsked } from './runs.ts'
import { useFileNames } from './useFileNames.ts'

interface VerifyResultProps {
  readonly report: VerifyReport
  readonly asked: VerifyAsked
}

export function VerifyResult({ report, asked }: VerifyResultProps) {
  const t = useT()
  const formats = useFormats()
  const words = t('backup.verifyOkText', {
    entries: t('common.entries', { count: report.entries }),
    files: t('common.files', { count: report.objects }),
    bytes: formats.bytes(report.bytes),
  })
  const depth = asked.full ? t('backup.checkedFull') : t('backup.checkedQuick')
  if (report.ok) {
    return (
      <Note tone="good" title={t('backup.verifyOk')} role="status">
        <p>
          {words} {depth}
        </p>
      </Note>
    )
  }
  return (
    <>
      <Note
        tone="danger"
        title={t('backup.verifyBad', { count: report.damaged.length })}
        role="alert"
      >
        <p>{asked.of === 'open' ? t('backup.verifyBadVault') : t('backup.verifyBadBackup')}</p>
      </Note>
      <DamagedTable damaged={report.damaged} />
    </>
  )
}

/** A table of thousands of rows would help nobody before the first of them is read. */
const SHOWN_AT_FIRST = 20

export function DamagedTable({ damaged }: { damaged: readonly Damage[] }) {
  const t = useT()
  const errors = useErrorTexts()
  const [all, setAll] = useState(false)
  const names = useFileNames(damagedObjects(damaged))
  const shown = all ? damaged : damaged.slice(0, SHOWN_AT_FIRST)
  return (
    <div className={classes.scroll}>
      <Table className={classes.table ?? ''} aria-label={t('backup.damagedTable')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('backup.column.what')}</Table.Th>
            <Table.Th>{t('backup.column.why')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {shown.map((part) => (
            <Table.Tr key={`${part.what}/${part.id}/${part.why}`}>
              <Table.Td>
                <PartName part={part} file={names.get(part.id)} />
              </Table.Td>
              <Table.Td>{errors[wrongWith(part)].what}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {shown.length < damaged.length && (
        <Button variant="subtle" size="compact-sm" onClick={() => setAll(true)}>
          {t('backup.showAllDamaged', { count: damaged.length })}
        </Button>
      )}
    </div>
  )
}
