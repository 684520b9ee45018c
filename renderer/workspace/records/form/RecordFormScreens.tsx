/** The screens that make a record and that edit one as a whole. */

import { useLocation } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { CallOutput } from '../../../../shared/contract/contract.ts'
import { RecordId } from '../../../../shared/ids.ts'
import type { CustomDefinition } from '../../../../shared/model/custom.ts'
import { DraftId } from '../../../../shared/model/draft.ts'
import { fieldOf, fieldsOf, isSealedKind, type OpenKind } from '../../../../shared/model/model.ts'
import type { RecordState } from '../../../../shared/model/statement.ts'
import { useCall, useMutationCall } from '../../../shared/bridge/hooks.ts'
import { Answer } from '../../../shared/components/Answer.tsx'
import { Page } from '../../../shared/components/Page.tsx'
import { useLabels, useT } from '../../../shared/i18n/i18n.ts'
import { useNotify } from '../../../shared/useNotify.ts'
import { rememberDifferent, useDuplicateRemark } from '../../duplicates/useDuplicates.tsx'
import { Crumb } from '../Crumb.tsx'
import { essentialsOf } from '../layout.ts'
import { useOwnFields } from '../own/OwnFields.tsx'
import { ownFieldsOf } from '../own/ownFields.ts'
import { listPath, recordPath } from '../paths.ts'
import { RecordLink, useGoTo } from '../RecordLink.tsx'
import { useSavedNotice } from '../savedNotice.tsx'
import { useTitle } from '../useTitle.ts'
import { type Draft, openDraft, reduceDraft } from './draft.ts'
import { fromKept } from './keptDraft.ts'
import { RecordForm } from './RecordForm.tsx'
import { isBlank } from './raw.ts'
import { useKeptDraft } from './useKeptDraft.ts'
import { useLeaveGuard } from './useLeaveGuard.tsx'
import { useNewVersion } from './useNewVersion.ts'
import { useRecordForm } from './useRecordForm.ts'

/** Every field that the form has: those of the model, then those that the team defined. */
const allFields = (
  kind: OpenKind,
  definitions: readonly CustomDefinition[],
  record: RecordState | null,
): readonly string[] => [
  ...fieldsOf(kind).map(([field]) => field),
  ...ownFieldsOf(definitions, kind, record),
]

/** A record to be made about another one that is already known. */
interface About {
  readonly field: string
  readonly kind: OpenKind
  readonly id: RecordId
  readonly title: string
}

export function NewRecordScreen({ kind }: { kind: OpenKind }) {
  const asked = useAskedAbout(kind)
  return (
    <TakenDraft>
      {(kept) =>
        asked ? (
          <NewAbout kind={kind} kept={kept} {...asked} />
        ) : (
          <NewRecord kind={kind} about={null} kept={kept} />
        )
      }
    </TakenDraft>
  )
}

type Taken = CallOutput<'drafts.take'> | null

/** The form's path may name a draft to go on with. Another draft is another form. */
function TakenDraft({ children }: { children: (taken: Taken) => ReactNode }) {
  const search = useLocation({ select: ({ searchStr }) => searchStr })
  const id = DraftId.safeParse(new URLSearchParams(search).get('draft')).data
  const { known } = useOwnFields()
  if (!known) return null
  return id === undefined ? (
    children(null)
  ) : (
    <ReadDraft key={id} id={id}>
      {children}
    </ReadDraft>
  )
}

function ReadDraft({ id, children }: { id: DraftId; children: (taken: Taken) => ReactNode }) {
  const query = useCall('drafts.take', { id }, { gcTime: 0 })
  return <Answer query={query}>{children}</Answer>
}

/** The form's path may name a field of the kind and the record it is to refer to. */
function useAskedAbout(kind: OpenKind): { field: string; target: OpenKind; id: RecordId } | null {
  const search = useLocation({ select: ({ searchStr }) => searchStr })
  const [field = '', given] = (new URLSearchParams(search).get('about') ?? '').split('.')
  const target = fieldOf(kind, field)?.target
  const id = RecordId.safeParse(given)
  return target && !isSealedKind(target) && id.success ? { field, target, id: id.data } : null
}

function NewAbout({
  kind,
  field,
  target,
  id,
  kept,
}: {
  kind: OpenKind
  field: string
  target: OpenKind
  id: RecordId
  kept: Taken
}) {
  const query = useCall('records.get', { id })
  return (
    <Answer query={query}>
      {({ record }) => (
        <NewRecord
          kind={kind}
          about={{ field, kind: target, id, title: record.title }}
          kept={kept}
        />
      )}
    </Answer>
  )
}

function openNew(
  kind: OpenKind,
  about: About | null,
  kept: Taken,
  { definitions, specs }: ReturnType<typeof useOwnFields>,
): Draft {
  const fields = allFields(kind, definitions, null)
  if (kept) return fromKept(kept.draft, kind, fields, null, specs)
  const draft = openDraft(kind, fields, null, {}, specs)
  const entry = draft.entries.find(({ field }) => field === about?.field)
  return entry && about ? reduceDraft(draft, { do: 'type', key: entry.key, raw: about.id }) : draft
}

interface NewRecordProps {
  readonly kind: OpenKind
  readonly about: About | null
  readonly kept: Taken
}

function NewRecord({ kind, about, kept }: NewRecordProps) {
  const t = useT()
  const labels = useLabels()
  const goTo = useGoTo()
  const title = useTitle()
  const own = useOwnFields()
  const form = useRecordForm(() => openNew(kind, about, kept, own), {
    ...kept?.titles,
    ...(about ? { [about.id]: about.title } : {}),
  })
  // What the path filled in is no work of the person's that could be lost.
  const untouched = form.draft.entries.every(({ raw }) => isBlank(raw) || raw === about?.id)
  const guard = useLeaveGuard(!untouched)
  const leave = useKeptDraft(form, {
    unsaved: !untouched,
    about: about && { field: about.field, record: about.id },
    taken: kept?.draft.id,
  })
  const remark = useDuplicateRemark(kind, async () => {
    guard.release()
    await leave()
  })
  const notify = useNotify()
  const create = useMutationCall('records.create', {
    onSuccess: ({ id }) => {
      guard.release()
      notify({ message: t('form.saved') })
      goTo(about ? recordPath(about.kind, about.id) : recordPath(kind, id), { replace: true })
    },
  })
  return (
    <Page
      above={
        about ? (
          <RecordLink kind={about.kind} id={about.id}>
            {title(about.kind, about.title)}
          </RecordLink>
        ) : (
          <Crumb kind={kind}>{labels.kinds[kind].many}</Crumb>
        )
      }
      title={t(`records.new.${kind}`)}
      subtitle={t('form.newHint')}
    >
      {guard.question}
      <RecordForm
        form={form}
        essentials={essentialsOf(kind)}
        withGroups
        remark={remark}
        within="page"
        focusKey={about && firstEmpty(form.draft, essentialsOf(kind))}
        saving={create.isPending}
        error={create.error}
        saveLabel={t('form.saveNew')}
        onSave={(change) =>
          create.mutate({ kind, change, different: form.draft.different.map((each) => each.id) })
        }
        onCancel={() => goTo(about ? recordPath(about.kind, about.id) : listPath(kind))}
      />
    </Page>
  )
}

const firstEmpty = (draft: Draft, fields: readonly string[]): string | null =>
  fields
    .map((field) => draft.entries.find((entry) => entry.field === field && isBlank(entry.raw)))
    .find((entry) => entry !== undefined)?.key ?? null

export function EditRecordScreen({ kind, id }: { kind: OpenKind; id: RecordId }) {
  const query = useCall('records.get', { id })
  return (
    <TakenDraft>
      {(kept) => (
        <Answer query={query}>
          {(data) => <EditRecord key={id} kind={kind} data={data} kept={kept} />}
        </Answer>
      )}
    </TakenDraft>
  )
}

interface EditRecordProps {
  readonly kind: OpenKind
  readonly data: CallOutput<'records.get'>
  readonly kept: Taken
}

function EditRecord({ kind, data, kept }: EditRecordProps) {
  const { record, titles } = data
  const t = useT()
  const goTo = useGoTo()
  const title = useTitle()
  const { definitions, specs } = useOwnFields()
  const form = useRecordForm(
    () => {
      const fields = allFields(kind, definitions, record)
      return kept
        ? fromKept(kept.draft, kind, fields, record, specs)
        : openDraft(kind, fields, record, {}, specs)
    },
    { ...titles, ...kept?.titles },
  )
  const guard = useLeaveGuard(form.dirty)
  const leave = useKeptDraft(form, { unsaved: form.dirty, taken: kept?.draft.id })
  const remark = useDuplicateRemark(kind, async () => {
    guard.release()
    await leave()
  })
  const back = () => goTo(recordPath(kind, record.id), { replace: true })
  const saved = useSavedNotice()
  const save = useMutationCall('records.save', {
    onSuccess: async ({ seq }) => {
      guard.release()
      await rememberDifferent(record.id, form.draft)
      saved(record.id, seq)
      back()
    },
  })
  // The draft was filled from this state; what was saved elsewhere since then is told as a conflict.
  const basedOn = form.draft.record?.lastSeq ?? record.lastSeq
  const newVersion = useNewVersion(form, record.id, save)
  return (
    <Page
      above={
        <RecordLink kind={kind} id={record.id}>
          {title(kind, record.title)}
        </RecordLink>
      }
      title={t('form.editTitle')}
      subtitle={t('form.editHint')}
    >
      {guard.question}
      <RecordForm
        form={form}
        essentials={essentialsOf(kind)}
        withGroups
        remark={remark}
        within="page"
        saving={save.isPending}
        error={newVersion.error}
        newVersion={newVersion}
        saveLabel={t('common.save')}
        onSave={(change) => save.mutate({ id: record.id, basedOn, change })}
        onCancel={back}
      />
    </Page>
  )
}
