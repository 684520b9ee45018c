/** A case: who is linked to whom in it, then its facts as of any record. */
import type { RecordId } from '../../../shared/ids.ts'
import { RecordFrame } from '../records/page/RecordFrame.tsx'
import { RelationsView } from './RelationsView.tsx'

export const CaseScreen = ({ id }: { id: RecordId }) => (
  <RecordFrame key={id} kind="case" id={id} lead={() => <RelationsView record={id} />} />
)
