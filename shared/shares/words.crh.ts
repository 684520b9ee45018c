/** Crimean Tatar words of a share card. Machine-drafted: a native editor must read every line before cards are handed out. */
import type { CardTexts } from './words.ts'

export const CARD_CRH: CardTexts = {
  draft: 'Tercime taslağı',
  title: 'Anahtarnıñ bir parçası',
  number: (number, n) => `Kart ${number} / ${n}`,
  opens: {
    vault: (k, n) => `${n} karttan er angi ${k} danesi bir araya kelse, hazneni aça.`,
    custodians: (k, n) =>
      `${n} karttan er angi ${k} danesi bir araya kelse, hazneniñ qapalı qısmını aça.`,
  },
  fingerprint: 'Hazneniñ parmaq izi',
  set: 'Taqım',
  madeOn: 'Yapılğan künü',
  words: 'Sözler, tam bu sıranen',
  square: 'Aynısı, kamera içün',
  keepTitle: 'Onı nasıl saqlamalı',
  keep: [
    'Başqa kimse tapamaycaq yerde: diger kartlardan ve haznesi olğan kompyuterden ayrı.',
    'Fotoğa çıqarmañız, kopiya yapmañız, yibermeñiz. Bu sözlerni tek Emanet programmasına yazıñız.',
    'Kartnı sizge bergenler onı sizden özleri kelip sorar: hazneni açmaq ya da yılda eki kere kart daa oqulğanını teşkermek içün. Kart sizde qala.',
    'Ğayıp olsa, bozulsa ya da onı başqa birev körse, olarğa deral aytıñız: yañı kartlar yapmaq mümkün.',
  ],
  foundTitle: 'Bu kartnı tapsañız',
  found:
    'Öz başına iç bir şey açmay. Onı ğayıp etken adamğa qaytarıñız ya da ufaq parçalarğa yırtıp taşlañız.',
}
