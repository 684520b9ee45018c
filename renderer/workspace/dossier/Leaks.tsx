/** Where something protected stands in the text. What it is, is not said: that would show it to whoever issues dossiers. */
import { Link } from '@tanstack/react-router'
import type { DossierDocument } from '../../../shared/dossier/document.ts'
import { fieldLabel } from '../../../shared/i18n/labels.ts'
import { Note } from '../../shared/components/Note.tsx'
import { useLabels, useT } from '../../shared/i18n/i18n.ts'
import classes from './Dossier.module.css'

export function Leaks({ document }: { document: DossierDocument }) {
  const t = useT()
  const labels = useLabels()
  if (document.leaks.length === 0) return null
  /** Lines of the list's own page that are no fields of a record of a dossier. */
  const onList: Readonly<Record<string, string>> = {
    listNumber: t('dossier.listNumber'),
    contact: labels.fields.organisation.publicContact,
  }
  const titles = new Map(document.people.map(({ person, title }) => [person, title]))
  return (
    <Note tone="danger" role="alert" title={t('dossier.leakTitle')} code="dossier_leak">
      <p>{t('dossier.leakText')}</p>
      <ul className={classes.leaks}>
        {document.leaks.map(({ person, field }) => (
          <li key={`${person}-${field}`}>
            {person === null
              ? t('dossier.leakAt', {
                  person: t('dossier.leakOnList'),
                  field: onList[field] ?? fieldLabel(labels, 'dossier', field),
                })
              : t('dossier.leakAt', {
                  person: titles.get(person) ?? '',
                  field: fieldLabel(labels, 'person', field),
                })}
            {person !== null && (
              <>
                {' '}
                <Link to="/people/$id" params={{ id: person }} className={classes.noteLink ?? ''}>
                  {t('dossier.openRecord')}
                </Link>
              </>
            )}
          </li>
        ))}
      </ul>
    </Note>
  )
}
