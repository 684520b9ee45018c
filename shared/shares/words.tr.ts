/** Turkish words of a share card. Drafted without a native editor: to be read by one before cards are handed out. */
import type { CardTexts } from './words.ts'

export const CARD_TR: CardTexts = {
  draft: 'Çeviri taslağı',
  title: 'Anahtarın bir parçası',
  number: (number, n) => `Kart ${number} / ${n}`,
  opens: {
    vault: (k, n) => `${n} karttan herhangi ${k} tanesi bir araya gelince kasayı açar.`,
    custodians: (k, n) =>
      `${n} karttan herhangi ${k} tanesi bir araya gelince kasanın kapalı bölümünü açar.`,
  },
  fingerprint: 'Kasanın parmak izi',
  set: 'Takım',
  madeOn: 'Yapıldığı gün',
  words: 'Sözcükler, bu sırayla',
  square: 'Aynısı, kamera için',
  keepTitle: 'Nasıl saklanır',
  keep: [
    'Başka kimsenin bulamayacağı bir yerde: öteki kartlardan ve kasanın bulunduğu bilgisayardan ayrı.',
    'Fotoğrafını çekmeyin, kopyalamayın, göndermeyin. Bu sözcükleri yalnızca Emanet programına yazın.',
    'Kartı size verenler onu sizden yüz yüze ister: kasayı açmak ya da yılda iki kez kadar kartın hâlâ okunabildiğini denetlemek için. Kart sizde kalır.',
    'Kaybolursa, zarar görürse ya da başkası görürse hemen haber verin: yeni kartlar yapılabilir.',
  ],
  foundTitle: 'Bu kartı bulduysanız',
  found: 'Tek başına hiçbir şey açmaz. Onu kaybedene geri verin ya da küçük parçalara yırtıp atın.',
}
