/** Words of the overview. Crimean Tatar, machine-drafted. */
import type { home as homeEn } from '../en/home.ts'
import type { TurkicTranslated } from '../translated.ts'

export const home: TurkicTranslated<typeof homeEn> = {
  title: 'Baş saife',
  addPerson: 'İnsan qoşmaq',
  addEvidence: 'Delil qoşmaq',
  newDossier: 'Yañı dosye',
  makeBackup: 'İhtiyat kopiyasını yapmaq',
  recent: 'Soñki yañartılğan insanlar',
  recentEvidence: 'Soñki yañartılğan deliller',
  allPeople: 'Bütün insanlar',
  allEvidence: 'Bütün deliller',
  nothingYet: 'Daa iç bir şey yoq.',
  emptyTitle: 'Bu hazne yañı ve boş',
  emptyText:
    'Bir insandan başlañız: adı yeterli. Qalğan er şeyni bilgen vaqtıñızda qoşa bilesiñiz, er malümatnı öz menbasınen.',
  emptyAction: 'Birinci insannı qoşmaq',
  emptyBackup:
    'Bir qaç qayd olğan soñ, fleşkada birinci ihtiyat kopiyasını yapıñız ve onı başqa yerde saqlañız.',
}
