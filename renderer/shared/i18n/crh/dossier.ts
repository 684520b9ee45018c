/** Words of the dossier screens. Crimean Tatar, machine-drafted. */
import type { dossier as dossierEn } from '../en/dossier.ts'
import type { TurkicTranslated } from '../translated.ts'

export const dossier: TurkicTranslated<typeof dossierEn> = {
  newTitle: 'Yañı dosye',
  newSubtitle:
    'İnsanlarnıñ cedveli ve er biri aqqında bir saife. Oquyıcılarnıñ oqumağa aqqı olmağan şeyler çıqarıla, siz ise ne ve ne içün çıqarılğanını körersiñiz.',
  people: 'İnsanlar',
  search: 'Adı boyunca qıdırmaq, er angi yazıda',
  selectNamed: 'Cedvelge qoşmaq: {{name}}',
  selectShown: 'Kösterilgenlerniñ episini saylamaq',
  clear: 'Saylavnı temizlemek',
  found_one: '{{count}} insan tapıldı',
  found_other: '{{count}} insan tapıldı',
  nobodyTitle: 'Daa iç kimse yazılmağan',
  nobodyText: 'Dosye insanlar aqqında. Birinci insannı yazıñız, soñra qaytıp keliñiz.',
  nobodyAction: 'İnsan qoşmaq',
  nobodyFound: 'Böyle adlı kimse yoq. Azca arif ya da başqa yazılışnı sınap baqıñız.',
  chosen: 'Cedvelde',
  chosenCount_one: 'cedvelde {{count}} insan bar',
  chosenCount_other: 'cedvelde {{count}} insan bar',
  chosenNone: 'Cedvelde daa iç kimse yoq. İnsanlarnı sol tarafta saylañız.',
  remove: 'Cedvelden çıqarmaq: {{name}}',
  tooMany: 'Bir dosyede eñ çoq {{count}} insan ola bile.',
  audience: 'Onı kim oqur',
  audienceHint: 'Ne çıqarılacağı buña bağlı.',
  language: 'Til',
  proposals:
    'Qırımtatar sözleriniñ bir qısmı teklif olaraq yazılğan. Ana tilli muarrir olarğa baqsın.',
  listNumber: 'Cedvel nomerası',
  recipient: 'Kimge',
  recipientHint:
    'Dosyede basıla ve haznede saqlana, soñra kopiyanıñ kimniñki olğanını tapmaq mümkün olsun.',
  noContactTitle: 'Basılacaq bağlantı yoq',
  noContact:
    'Dosyede kimge cevap bermek kerek olğanı yazılmaycaq. Öz teşkilâtıñıznı açıq bağlantısınen yazıñız.',
  noContactAction: 'Öz teşkilâtımıznı yazmaq',
  preview: 'Olar körecegi kibi baqmaq',
  backToChoice: 'Saylavnı deñiştirmek',
  previewTitle: 'Tutqan devlet onı böyle oquycaq',
  previewSubtitle:
    'Aracığa berilgen er şey mabüslerni tutqanlarğa barıp yete. Er saifeni olarnıñ közünen oquñız.',
  previewSubtitleOther:
    'Berilgen kopiyanı keri qaytarmaq mümkün degil. Er saifeni yamanlıq istegen birden-bir oquyıcınıñ közünen oquñız.',
  page: 'Saife {{page}}',
  heldBack: 'Ne çıqarıldı ve ne içün',
  heldBackNone: 'İç bir şey çıqarılmadı: yazılğan er şeyni bu oquyıcılar oqup ola.',
  heldBackPeople_one: '{{count}} insan',
  heldBackPeople_other: '{{count}} insan',
  opened: 'Razılıq esasında basılğan',
  openedText:
    'Bu razılıqlar olmasa, bular saifede olmaz edi. Razılıq keri alınsa ya da müddeti bitse, olar tekrar qapatıla.',
  consentOpen: 'Razılıq',
  missing: {
    none: 'iç bir razılıq yazılmağan',
    scope: 'iç bir razılıqta bu oquyıcılar ve bu malümat yoq',
    level: 'razılıq bu oquyıcılar içün yeterli derecede açıq degil',
    undated: 'razılıqnıñ qaçan berilgeni yazılmağan',
    review_due: 'razılıqqa tekrar baqmaq vaqtı keldi',
    expired: 'razılıqnıñ müddeti bitken',
    withdrawn: 'razılıq keri alınğan',
    refused: 'red etilgen',
    decided_by_others: 'insannıñ menfaatı içün başqalar qarar bergen, bu ise razılıq degil',
  },
  leakTitle: 'Daa iç bir şey bermek mümkün degil',
  leakText:
    'Metinde qorçalanğan bir şey bar: şaatnıñ, menbanıñ ya da aqrabanıñ adı yahut adresi. Qayda olğanı aşağıda yazılğan; ne olğanı kösterilmey.',
  unsearchedTitle: 'Şaatlarnıñ adlarını qıdırmaq mümkün olmadı',
  unsearchedText_one:
    '{{count}} şaatnıñ şahsiyeti qapalı qısımda, onıñ içün adınıñ bu metinde olıp olmağanı belli degil. Dosyeni bermek içün qısımnı açıñız.',
  unsearchedText_other:
    '{{count}} şaatnıñ şahsiyetleri qapalı qısımda, onıñ içün adlarınıñ bu metinde olıp olmağanı belli degil. Dosyeni bermek içün qısımnı açıñız.',
  leakOnList: 'Cedvelniñ özü',
  leakAt: '{{person}}: {{field}}',
  openRecord: 'Qaydnı açmaq',
  issue: 'PDF olaraq bermek…',
  issueBlocked: 'Metinde qorçalanğan bir şey olğance bermek mümkün degil',
  issueJob: 'Dosye berile',
  issuedTitle: 'Dosye berildi',
  issuedText: 'PDF şifrlenmegen. Ne ve kimge berilgeni ve teşkerüv sayısı haznede yazılı.',
  issuedOpen: 'Onıñ qaydını açmaq',
  another: 'Daa bir dosye azırlamaq',
}
