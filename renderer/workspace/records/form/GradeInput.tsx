/** An Admiralty grade as two menus, each grade with its words: how far the source, and how far the information. */
import { NativeSelect } from '@mantine/core'
import {
  type Grade,
  INFORMATION_GRADES,
  SOURCE_GRADES,
} from '../../../../shared/model/statement.ts'
import { useLabels, useT } from '../../../shared/i18n/i18n.ts'
import { informationOf, sourceGradeOf } from '../grades.ts'
import classes from './DetailsFields.module.css'

export function GradeInput({ value, onChange }: { value: Grade; onChange(grade: Grade): void }) {
  const t = useT()
  const labels = useLabels()
  return (
    <div className={classes.pair}>
      <NativeSelect
        label={t('form.sourceGrade')}
        value={sourceGradeOf(value)}
        data={SOURCE_GRADES.map((grade) => ({
          value: grade,
          label: `${grade} – ${labels.sourceGrades[grade]}`,
        }))}
        onChange={(event) => onChange(`${event.currentTarget.value}${informationOf(value)}`)}
      />
      <NativeSelect
        label={t('form.informationGrade')}
        value={informationOf(value)}
        data={INFORMATION_GRADES.map((grade) => ({
          value: grade,
          label: `${grade} – ${labels.informationGrades[grade]}`,
        }))}
        onChange={(event) => onChange(`${sourceGradeOf(value)}${event.currentTarget.value}`)}
      />
    </div>
  )
}
