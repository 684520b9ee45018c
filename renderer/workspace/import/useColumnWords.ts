/** The words for a column of the import: those of the field it fills, and for names their language. */
import { fieldLabel } from '../../../shared/i18n/labels.ts'
import { fieldsOf } from '../../../shared/model/model.ts'
import { useLabels } from '../../shared/i18n/i18n.ts'

export function useColumnWords(): (column: string) => string {
  const labels = useLabels()
  return (column) => {
    if (column === 'facility') return labels.kinds.facility.one
    if (column === 'source') return labels.kinds.source.one
    if (column === 'source_date')
      return `${labels.kinds.source.one}: ${fieldLabel(labels, 'source', 'date').toLowerCase()}`
    const found = fieldsOf('person').find(([, field]) => field.columns.includes(column))
    // A field that the team defined is a column under its own name.
    if (!found) return fieldLabel(labels, 'person', column)
    const [name, field] = found
    const label = fieldLabel(labels, 'person', name)
    const language = column.split('_').at(-1) ?? ''
    const languages: Readonly<Record<string, string>> = labels.nameLanguages
    return field.type === 'name' ? `${label}: ${languages[language] ?? language}` : label
  }
}
