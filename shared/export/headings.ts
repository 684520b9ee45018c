/** Headings that the export writes and the import knows again. */
import type { ModelLabels } from '../i18n/labels.ts'
import type { Name } from '../model/values.ts'

/** A column for the names of people in one language. */
export const nameHeading = (labels: ModelLabels, language: Name['lang']): string =>
  `${labels.fields.person.names} (${labels.nameLanguages[language]})`
