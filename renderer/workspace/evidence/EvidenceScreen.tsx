/** All evidence, newest change first, and the quickest way to add some: drop it. */
import { Button, Table } from '@mantine/core'
import { Link, useNavigate } from '@tanstack/react-router'
import { Paperclip, Plus } from 'lucide-react'
import { useState } from 'react'
import type { ListRow } from '../../../shared/contract/records.ts'
import { isoDayOf } from '../../../shared/dates/span.ts'
import { useCall } from '../../shared/bridge/hooks.ts'
import { Answer } from '../../shared/components/Answer.tsx'
import { EmptyState } from '../../shared/components/EmptyState.tsx'
import { Page, Panel } from '../../shared/components/Page.tsx'
import { useFormats } from '../../shared/format/useFormats.ts'
import { useLabels, useT } from '../../shared/i18n/i18n.ts'
import { useDates } from '../records/useDates.ts'
import classes from './Evidence.module.css'
import { FileDrop } from './files/FileDrop.tsx'
import { FileIcon } from './files/FileIcon.tsx'
import { fileKind } from './files/fileKind.ts'
import type { DroppedFile } from './files/upload.ts'
import { NewEvidence } from './NewEvidence.tsx'

/** Each row asks for its files, so rows come a page at a time. */
const PAGE = 50

export function EvidenceScreen() {
  const t = useT()
  const labels = useLabels()
  const navigate = useNavigate()
  const [limit, setLimit] = useState(PAGE)
  const [dropped, setDropped] = useState<readonly DroppedFile[]>()
  const query = useCall(
    'records.list',
    { kind: 'evidence', limit, sort: { by: 'updatedAt', descending: true } },
    { placeholderData: (before) => before },
  )
  const newButton = (
    <Button
      leftSection={<Plus size={16} aria-hidden />}
      renderRoot={(props) => <Link to="/evidence/new" {...props} />}
    >
      {t('evidence.new')}
    </Button>
  )
  return (
    <Page title={labels.kinds.evidence.many} subtitle={t('evidence.subtitle')} actions={newButton}>
      <Answer query={query}>
        {({ rows, total }) => (
          <>
            <FileDrop title={t('evidence.dropTitle')} onDrop={setDropped} />
            {rows.length === 0 ? (
              <Panel>
                <EmptyState icon={Paperclip} title={t('evidence.emptyTitle')}>
                  {t('evidence.emptyText')}
                </EmptyState>
              </Panel>
            ) : (
              <Panel flush>
                <EvidenceTable rows={rows} />
              </Panel>
            )}
            {rows.length < total && (
              <Button
                variant="default"
                loading={query.isPlaceholderData}
                onClick={() => setLimit(Math.min(1000, limit + PAGE))}
              >
                {t('evidence.showMore')}
              </Button>
            )}
          </>
        )}
      </Answer>
      {dropped && (
        <NewEvidence
          files={dropped}
          onClose={() => setDropped(undefined)}
          onMade={(id) => void navigate({ to: '/evidence/$id', params: { id } })}
        />
      )}
    </Page>
  )
}

function EvidenceTable({ rows }: { rows: readonly ListRow[] }) {
  const t = useT()
  const labels = useLabels()
  return (
    <Table
      className={classes.table ?? ''}
      verticalSpacing={10}
      horizontalSpacing="md"
      aria-label={labels.kinds.evidence.many}
    >
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('evidence.column.title')}</Table.Th>
          <Table.Th>{t('evidence.column.files')}</Table.Th>
          <Table.Th>{t('evidence.column.acquired')}</Table.Th>
          <Table.Th>{t('evidence.column.changed')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map((row) => (
          <EvidenceRow key={row.id} row={row} />
        ))}
      </Table.Tbody>
    </Table>
  )
}

function EvidenceRow({ row }: { row: ListRow }) {
  const t = useT()
  const formats = useFormats()
  const date = useDates()
  const { data } = useCall('evidence.files', { record: row.id })
  const kinds = [...new Set(data?.files.map(fileKind))]
  const size = data?.files.reduce((sum, file) => sum + file.size, 0) ?? 0
  return (
    <Table.Tr>
      <Table.Td>
        <Link to="/evidence/$id" params={{ id: row.id }} className={classes.title ?? ''}>
          {row.title || t('evidence.untitled')}
        </Link>
      </Table.Td>
      <Table.Td>
        {data && data.files.length > 0 && (
          <span className={classes.kinds}>
            {kinds.map((kind) => (
              <FileIcon key={kind} kind={kind} />
            ))}
            <span className={classes.quiet}>
              {t('common.files', { count: data.files.length })}, {formats.bytes(size)}
            </span>
          </span>
        )}
        {data && data.files.length === 0 && (
          <span className={classes.quiet}>{t('evidence.noFilesShort')}</span>
        )}
      </Table.Td>
      <Table.Td className={classes.quiet ?? ''}>
        {row.values.acquiredOn?.map((day) => date(day)).join(', ') ?? ''}
      </Table.Td>
      <Table.Td className={classes.quiet ?? ''}>{date(isoDayOf(new Date(row.updatedAt)))}</Table.Td>
    </Table.Tr>
  )
}
