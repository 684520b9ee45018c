/**
 * The form of a record, computed from the model: what a first record needs at once, the rest by groups. Ctrl+S
 * saves; a mistake is shown at its value and the first one gets the focus; nothing typed is lost when saving fails, and
 * what was typed into a picker and chose nothing holds the save up.
 */
import { Button, Kbd } from '@mantine/core'
import { useId } from '@mantine/hooks'
import { ChevronRight } from 'lucide-react'
import {
  type FormEvent,
  Fragment,
  type ReactNode,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react'
import { fieldLabel } from '../../../../shared/i18n/labels.ts'
import { definitionIdOf, isDefining } from '../../../../shared/model/custom.ts'
import type { Kind } from '../../../../shared/model/kind.ts'
import type { RecordChange } from '../../../../shared/model/statement.ts'
import { ErrorNote, type ShownError } from '../../../shared/components/ErrorNote.tsx'
import { Note } from '../../../shared/components/Note.tsx'
import { useLabels, useT } from '../../../shared/i18n/i18n.ts'
import { type GroupName, typedGroupsOf } from '../layout.ts'
import { DefaultsBar } from './DefaultsBar.tsx'
import { standing } from './draft.ts'
import { FieldBlock } from './FieldBlock.tsx'
import { FormContext, useFormState } from './FormContext.tsx'
import { PickersContext, usePickers } from './pickers.ts'
import classes from './RecordForm.module.css'
import { isBlank } from './raw.ts'
import type { NewVersion } from './useNewVersion.ts'
import type { RecordFormState } from './useRecordForm.ts'

interface RecordFormProps {
  readonly form: RecordFormState
  /** Shown without a heading, above the groups. */
  readonly essentials: readonly string[]
  /** Whether the other fields of the kind stand below, in groups. */
  readonly withGroups: boolean
  /** Below the first field: what the program has to say about it. */
  readonly remark?: ReactNode
  readonly within: 'page' | 'dialog' | 'sealed'
  /** A line to begin at; the first line otherwise. */
  readonly focusKey?: string | null | undefined
  readonly saving: boolean
  readonly error: ShownError | null
  /** What to do about a conflict with a save made elsewhere. */
  readonly newVersion?: Pick<NewVersion, 'loaded' | 'load'> | undefined
  readonly saveLabel: string
  readonly children?: ReactNode
  onSave(change: RecordChange): void
  onCancel(): void
}

export function RecordForm(props: RecordFormProps) {
  const { form, essentials, withGroups, within, saving, error, onSave, onCancel } = props
  const t = useT()
  const element = useRef<HTMLFormElement>(null)
  const { draft } = form
  const focusKey =
    props.focusKey ?? draft.entries.find(({ field }) => essentials.includes(field))?.key ?? null

  const pickers = usePickers()
  const submit = () => {
    if (saving) return
    const change = form.submit()
    if (change) onSave(change)
    else requestAnimationFrame(() => focusFirstMistake(element.current))
  }
  const latest = useRef(submit)
  useLayoutEffect(() => {
    latest.current = submit
  })
  const save = () => pickers.whenChosen(() => latest.current())
  useSaveKey(save)

  const wrong = form.errors.size + pickers.mistakes
  return (
    <FormContext.Provider value={form}>
      <PickersContext.Provider value={pickers.context}>
        <form
          ref={element}
          className={classes.form}
          data-within={within}
          noValidate
          // Enter in a line does not save: what is saved stays in the ledger for good.
          onSubmit={(event: FormEvent) => event.preventDefault()}
        >
          {/* What a team calls its own fields has no source. */}
          {!isDefining(draft.kind) && <DefaultsBar />}
          <EssentialFields fields={essentials} focusKey={focusKey} remark={props.remark} />
          {withGroups && <Groups kind={draft.kind} without={essentials} />}
          {props.children}
          {error && (
            <ErrorNote error={error}>
              {error.code === 'conflict' && props.newVersion && (
                <Button variant="default" size="xs" onClick={props.newVersion.load}>
                  {t('form.loadNew')}
                </Button>
              )}
            </ErrorNote>
          )}
          {props.newVersion?.loaded && (
            <Note tone="caution" role="status">
              <p>{t('form.newLoaded')}</p>
            </Note>
          )}
          <div className={classes.foot} data-foot>
            <span className={classes.footWords} role="status" data-wrong={wrong > 0 || undefined}>
              {wrong > 0
                ? t('form.mistakes', { count: wrong })
                : form.dirty
                  ? t('form.unsaved')
                  : t('form.nothingToSave')}
            </span>
            <Button variant="default" onClick={onCancel}>
              {t('common.cancel')}
            </Button>
            <Button
              onClick={save}
              loading={saving}
              disabled={!form.dirty}
              aria-keyshortcuts="Control+S"
              rightSection={
                <Kbd size="xs" aria-hidden>
                  Ctrl S
                </Kbd>
              }
            >
              {props.saveLabel}
            </Button>
          </div>
        </form>
      </PickersContext.Provider>
    </FormContext.Provider>
  )
}

function EssentialFields({
  fields,
  focusKey,
  remark,
}: {
  fields: readonly string[]
  focusKey: string | null
  remark: ReactNode
}) {
  return (
    <section className={classes.group}>
      <div className={classes.groupBody}>
        <div className={classes.fields}>
          {fields.map((field, place) => (
            <Fragment key={field}>
              <FieldBlock field={field} focusKey={focusKey} />
              {place === 0 && remark}
            </Fragment>
          ))}
        </div>
      </div>
    </section>
  )
}

function Groups({ kind, without }: { kind: Kind; without: readonly string[] }) {
  const { draft } = useFormState()
  const own = {
    name: 'own',
    fields: draft.fields.filter((field) => definitionIdOf(field)),
  } as const
  return [...typedGroupsOf(kind), own].map(({ name, fields }) => {
    const rest = fields.filter((field) => !without.includes(field))
    return rest.length === 0 ? null : <Group key={name} kind={kind} name={name} fields={rest} />
  })
}

function Group({ kind, name, fields }: { kind: Kind; name: GroupName; fields: readonly string[] }) {
  const t = useT()
  const labels = useLabels()
  const id = useId()
  const { draft, errors } = useFormState()
  const [wanted, setWanted] = useState(
    () =>
      fields.some((field) => standing(draft.record, field).length > 0) ||
      // A form that is gone on with has values of its own from the start.
      draft.entries.some(({ field, raw }) => fields.includes(field) && !isBlank(raw)),
  )
  // A mistake is never hidden in a closed group.
  const wrong = draft.entries.some(({ field, key }) => fields.includes(field) && errors.has(key))
  const open = wanted || wrong
  return (
    <section className={classes.group}>
      <h2 className={classes.heading}>
        <button
          type="button"
          className={classes.groupHead}
          aria-expanded={open}
          aria-controls={id}
          onClick={() => setWanted(!open)}
        >
          <ChevronRight size={16} aria-hidden />
          {t(`records.group.${name}`)}
          {!open && (
            <span className={classes.groupFields}>
              {fields.map((field) => fieldLabel(labels, kind, field)).join(' · ')}
            </span>
          )}
        </button>
      </h2>
      {open && (
        <div className={classes.groupBody} id={id}>
          <div className={classes.fields}>
            {fields.map((field) => (
              <FieldBlock key={field} field={field} focusKey={null} />
            ))}
          </div>
        </div>
      )}
    </section>
  )
}

function useSaveKey(save: () => void) {
  const latest = useRef(save)
  useEffect(() => {
    latest.current = save
  })
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.code !== 'KeyS') return
      event.preventDefault()
      latest.current()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
}

function focusFirstMistake(form: HTMLFormElement | null) {
  form?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
}
