/** A witness under a code name. The identity is somewhere else, sealed, and this page says so plainly. */
import { useEffect } from 'react'
import type { RecordId } from '../../../shared/ids.ts'
import { useCall } from '../../shared/bridge/hooks.ts'
import { RecordFrame } from '../records/page/RecordFrame.tsx'
import { CustodyPanel } from './CustodyPanel.tsx'
import { SealedIdentity } from './SealedIdentity.tsx'

export function WitnessScreen({ id }: { id: RecordId }) {
  return <RecordFrame key={id} kind="witness" id={id} lead={() => <Identity witness={id} />} />
}

/** In custodian mode an identity that is on the screen goes with the compartment. */
function Identity({ witness }: { witness: RecordId }) {
  const { data: status, refetch } = useCall('custody.status', {}, { staleTime: 0 })
  const until = status?.openUntil ?? null
  useEffect(() => {
    if (until === null) return
    const timer = setTimeout(() => void refetch(), Math.max(0, until - Date.now()) + A_MOMENT_MS)
    return () => clearTimeout(timer)
  }, [until, refetch])
  if (!status) return null
  if (status.mode === 'root') return <SealedIdentity witness={witness} />
  return (
    <>
      <CustodyPanel status={status} />
      {status.isOpen && <SealedIdentity witness={witness} />}
    </>
  )
}

/** The compartment closes first, then the page asks. */
const A_MOMENT_MS = 300
