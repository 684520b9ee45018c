/** The files of a record with their hashes. A name is what the sender called the file: shown, never trusted. */
import { ActionIcon, Table, Tooltip } from '@mantine/core'
import { Eye, Share } from 'lucide-react'
import type { EvidenceFile } from '../../../../shared/contract/records.ts'
import { Hash } from '../../../shared/components/Hash.tsx'
import { useFormats } from '../../../shared/format/useFormats.ts'
import { useT } from '../../../shared/i18n/i18n.ts'
import { FileIcon } from './FileIcon.tsx'
import classes from './Files.module.css'
import { fileKind } from './fileKind.ts'

interface FileTableProps {
  readonly files: readonly EvidenceFile[]
  readonly onView: (file: EvidenceFile) => void
  readonly onExport: (file: EvidenceFile) => void
}

export function FileTable({ files, onView, onExport }: FileTableProps) {
  const t = useT()
  const formats = useFormats()
  return (
    <Table className={classes.table ?? ''} verticalSpacing={8} aria-label={t('evidence.files')}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('evidence.column.name')}</Table.Th>
          <Table.Th className={classes.numeric ?? ''}>{t('evidence.column.size')}</Table.Th>
          <Table.Th>{t('evidence.column.sha256')}</Table.Th>
          <Table.Th>{t('evidence.column.added')}</Table.Th>
          <Table.Th>
            <span className="visually-hidden">{t('evidence.column.actions')}</span>
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {files.map((file) => (
          <Table.Tr key={`${file.seq}-${file.objectId}`}>
            <Table.Td>
              <div className={classes.nameCell}>
                <FileIcon kind={fileKind(file)} />
                <button
                  type="button"
                  className={classes.nameButton}
                  aria-label={t('evidence.viewNamed', { name: file.name })}
                  onClick={() => onView(file)}
                >
                  {/* Isolated: a name with direction marks could otherwise turn its ending round. */}
                  <bdi>{file.name}</bdi>
                </button>
              </div>
            </Table.Td>
            <Table.Td className={classes.numeric ?? ''}>{formats.bytes(file.size)}</Table.Td>
            <Table.Td>
              <Hash value={file.sha256} />
            </Table.Td>
            <Table.Td className={classes.date ?? ''}>{formats.moment(file.addedAt)}</Table.Td>
            <Table.Td>
              <div className={classes.actions}>
                <Tooltip label={t('evidence.view')}>
                  <ActionIcon
                    variant="subtle"
                    color="gray"
                    aria-label={t('evidence.viewNamed', { name: file.name })}
                    onClick={() => onView(file)}
                  >
                    <Eye size={17} aria-hidden />
                  </ActionIcon>
                </Tooltip>
                <Tooltip label={t('evidence.saveCopy')}>
                  <ActionIcon
                    variant="subtle"
                    color="gray"
                    aria-label={t('evidence.saveCopyNamed', { name: file.name })}
                    onClick={() => onExport(file)}
                  >
                    <Share size={17} aria-hidden />
                  </ActionIcon>
                </Tooltip>
              </div>
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}
