/** One calm line beside a chooser of languages, in the language itself: its words were drafted by a machine. */
import { type Language, languageFacts } from '../../../shared/i18n/languages.ts'
import classes from './LanguageDraft.module.css'

export function LanguageDraft({ language }: { readonly language: Language }) {
  const { draft } = languageFacts(language)
  return draft ? (
    <p className={classes.draft} lang={language} role="note">
      {draft}
    </p>
  ) : null
}
