/** A short-lived address of one file for this view. It is asked for anew each time the viewer opens a file. */
import type { ObjectId, RecordId } from '../../../../shared/ids.ts'
import { useCall } from '../../../shared/bridge/hooks.ts'

export const useEvidenceLink = (record: RecordId, objectId: ObjectId, enabled: boolean) =>
  useCall('evidence.link', { record, objectId }, { enabled, gcTime: 0, staleTime: 0 })
