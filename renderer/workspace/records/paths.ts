/** Where a record's screens are. */
import type { OfferedDraft } from '../../../shared/contract/drafts.ts'
import type { RecordId } from '../../../shared/ids.ts'
import type { OpenKind } from '../../../shared/model/model.ts'
import { KIND_PATHS } from '../shell/navigation.ts'

export const listPath = (kind: OpenKind): string => KIND_PATHS[kind]
export const newPath = (kind: OpenKind): string => `${KIND_PATHS[kind]}/new`
export const recordPath = (kind: OpenKind, id: RecordId): string => `${KIND_PATHS[kind]}/${id}`
export const editPath = (kind: OpenKind, id: RecordId): string => `${recordPath(kind, id)}/edit`

/** A form for a record about another one, which is already chosen in `field`. */
export const newAboutPath = (kind: OpenKind, field: string, about: RecordId): string =>
  `${newPath(kind)}?about=${field}.${about}`

/** The form of a draft that is gone on with. */
export function draftPath({
  id,
  kind,
  record,
  about,
}: Pick<OfferedDraft, 'id' | 'kind' | 'record' | 'about'>): string {
  if (record !== null) return `${editPath(kind, record)}?draft=${id}`
  return about === null
    ? `${newPath(kind)}?draft=${id}`
    : `${newAboutPath(kind, about.field, about.record)}&draft=${id}`
}
