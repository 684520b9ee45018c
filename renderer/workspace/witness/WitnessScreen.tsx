/** A witness under a code name. The identity is somewhere else, sealed, and this page says so plainly. */
import type { RecordId } from '../../../shared/ids.ts'
import { RecordFrame } from '../records/page/RecordFrame.tsx'
import { SealedIdentity } from './SealedIdentity.tsx'

export function WitnessScreen({ id }: { id: RecordId }) {
  return (
    <RecordFrame key={id} kind="witness" id={id} lead={() => <SealedIdentity witness={id} />} />
  )
}
