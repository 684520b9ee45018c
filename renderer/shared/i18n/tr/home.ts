/** Turkish words of the overview. */
import type { home as homeEn } from '../en/home.ts'
import type { TurkicTranslated } from '../translated.ts'

export const home: TurkicTranslated<typeof homeEn> = {
  title: 'Genel bakış',
  addPerson: 'Kişi ekle',
  addEvidence: 'Delil ekle',
  newDossier: 'Yeni bilgi dosyası',
  makeBackup: 'Yedek al',
  recent: 'Son değişen kişiler',
  recentEvidence: 'Son değişen deliller',
  allPeople: 'Bütün kişiler',
  allEvidence: 'Bütün deliller',
  nothingYet: 'Henüz bir şey yok.',
  emptyTitle: 'Bu kasa yeni ve boş',
  emptyText:
    'Tek bir kişiyle başlayın: bir ad yeter. Geri kalan her şey, öğrendikçe ve her bilgi kaynağıyla birlikte eklenebilir.',
  emptyAction: 'İlk kişiyi ekle',
  emptyBackup:
    'Birkaç kayıt girilince bir belleğe ilk yedeği alın ve onu başka bir yerde saklayın.',
}
