/** The source of the whole form: chosen once, it goes with every value that does not say otherwise. */
import { useT } from '../../../shared/i18n/i18n.ts'
import { DateInput } from './DateInput.tsx'
import { useFormState } from './FormContext.tsx'
import { GradeInput } from './GradeInput.tsx'
import classes from './RecordForm.module.css'
import { RefPicker } from './RefPicker.tsx'

export function DefaultsBar() {
  const t = useT()
  const { draft, dispatch, titles, rememberTitle, today } = useFormState()
  const { source, grade, asOf } = draft.defaults
  return (
    <section className={classes.defaults} aria-labelledby="form-defaults">
      <h2 className={classes.defaultsTitle} id="form-defaults">
        {t('form.defaultsTitle')}
      </h2>
      <div className={classes.defaultsFields}>
        <RefPicker
          kind="source"
          label={t('records.source')}
          value={source}
          title={source === null ? '' : (titles[source] ?? '')}
          placeholder={t('records.noSource')}
          onChange={(id, title) => {
            if (id !== null) rememberTitle(id, title)
            dispatch({ do: 'default', defaults: { source: id } })
          }}
        />
        <GradeInput
          value={grade}
          onChange={(chosen) => dispatch({ do: 'default', defaults: { grade: chosen } })}
        />
        <DateInput
          label={t('form.asOf')}
          value={asOf}
          today={today}
          onChange={(typed) => dispatch({ do: 'default', defaults: { asOf: typed } })}
        />
      </div>
    </section>
  )
}
