/** One evidence item: its files first, then what is known about it. */
import { useParams } from '@tanstack/react-router'
import { RecordId } from '../../../shared/ids.ts'
import { Panel } from '../../shared/components/Page.tsx'
import { useT } from '../../shared/i18n/i18n.ts'
import { RecordFrame } from '../records/page/RecordFrame.tsx'
import { NotFoundScreen } from '../shell/Fallbacks.tsx'
import { EvidenceFiles } from './files/EvidenceFiles.tsx'

export function EvidenceRecordScreen() {
  const t = useT()
  const { id } = useParams({ strict: false })
  const record = RecordId.safeParse(id).data
  if (!record) return <NotFoundScreen />
  return (
    <RecordFrame
      key={record}
      kind="evidence"
      id={record}
      lead={() => (
        <Panel title={t('evidence.files')}>
          <EvidenceFiles record={record} />
        </Panel>
      )}
    />
  )
}
