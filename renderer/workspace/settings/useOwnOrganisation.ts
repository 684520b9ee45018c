/** The organisation that issues the dossiers: the one recorded with the role `own`, and whether it has a public contact. */
import type { RecordId } from '../../../shared/ids.ts'
import { useCall } from '../../shared/bridge/hooks.ts'

export type OwnOrganisation =
  | { readonly state: 'loading' }
  | { readonly state: 'none' }
  | {
      readonly state: 'complete' | 'no_contact'
      readonly id: RecordId
      readonly title: string
      readonly contact: string | undefined
    }

export function useOwnOrganisation(): OwnOrganisation {
  const list = useCall('records.list', { kind: 'organisation', filter: { role: 'own' }, limit: 1 })
  const row = list.data?.rows[0]
  const record = useCall(
    'records.get',
    { id: row?.id ?? ('' as RecordId) },
    { enabled: row !== undefined },
  )
  if (!list.data) return { state: 'loading' }
  if (!row) return { state: 'none' }
  if (!record.data) return { state: 'loading' }
  const { preferred, statements } = record.data.record
  const statement = statements.find(({ id }) => id === preferred.publicContact)
  const contact = typeof statement?.value === 'string' ? statement.value : undefined
  return {
    state: contact === undefined ? 'no_contact' : 'complete',
    id: row.id,
    title: row.title,
    contact,
  }
}
