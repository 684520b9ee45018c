/**
 * Words of each kind of record: a record without a title, the search in its list, a new one, the empty list. Crimean
 * Tatar, machine-drafted.
 */
import type { kinds as kindsEn } from '../en/kinds.ts'
import type { TurkicTranslated } from '../translated.ts'

export const kinds: TurkicTranslated<typeof kindsEn> = {
  untitled: {
    person: 'Adı yazılmağan insan',
    witness: 'Kod adı olmağan şaat',
    case: 'Adı olmağan iş',
    incident: 'Künü ve yeri olmağan vaqia',
    facility: 'Adı olmağan müessise',
    stay: 'Belli olmağan yerde tutuluv',
    source: 'Adı olmağan menba',
    organisation: 'Adı olmağan teşkilât',
    evidence: 'Adı olmağan delil',
    dossier: 'Adı olmağan dosye',
    relation: 'Belli olmağan insannıñ yaqını',
    counsel: 'Belli olmağan advokatnıñ vekâleti',
    consent: 'Belli olmağan insannıñ razılığı',
    proceeding: 'İşi yazılmağan baquv',
    act: 'Qurbanı yazılmağan areket',
    involvement: 'Belli olmağan şahısnıñ iştiraki',
    perpetrator: 'Adı olmağan mesül şahıs',
    place: 'Adı olmağan yer',
    health: 'Belli olmağan insannıñ sağlıq vaziyeti',
    examination: 'Belli olmağan insannıñ muayenesi',
    intervention: 'Belli olmağan organğa muracaat',
    exchange: 'Belli olmağan insannıñ deñişme yolu',
    customField: 'Adı olmağan hane',
    valueList: 'Adı olmağan cedvel',
  },
  searchIn: {
    person: 'Er angi yazıda ad ya da bir söz',
    witness: 'Kod adı ya da bir söz',
    case: 'İşniñ adı, mahkeme, madde',
    incident: 'Yer ya da bir söz',
    facility: 'Müessiseniñ er angi yazıdaki adı',
    stay: 'İnsan ya da müessise',
    source: 'Adı, neşir etken ya da bir söz',
    organisation: 'Teşkilâtnıñ adı',
    evidence: 'Adı ya da bir söz',
    dossier: 'Adı ya da kimge olğanı',
    relation: 'İnsan ya da aqraba',
    counsel: 'Advokat ya da insan',
    consent: 'İnsan ya da bir söz',
    proceeding: 'İş, mahkeme, akim',
    act: 'İnsan, yer ya da bir söz',
    involvement: 'Mesül şahıs',
    perpetrator: 'Er angi yazıda ad, organ',
    place: 'Yerniñ er angi yazıdaki adı',
    health: 'İnsan',
    examination: 'İnsan ya da bir söz',
    intervention: 'Organ, nomera ya da bir söz',
    exchange: 'İnsan',
    customField: 'Haneniñ adı',
    valueList: 'Cedvelniñ adı ya da qıymet',
  },
  new: {
    person: 'Yañı insan',
    witness: 'Yañı şaat',
    case: 'Yañı iş',
    incident: 'Yañı vaqia',
    facility: 'Yañı müessise',
    stay: 'Yañı tutuluv',
    source: 'Yañı menba',
    organisation: 'Yañı teşkilât',
    evidence: 'Yañı delil',
    dossier: 'Yañı dosye',
    relation: 'Yañı yaqın kişi',
    counsel: 'Yañı vekâlet',
    consent: 'Yañı razılıq',
    proceeding: 'Yañı iş baquvı',
    act: 'Yañı areket',
    involvement: 'Yañı iştirak',
    perpetrator: 'Yañı mesül şahıs',
    place: 'Yañı yer',
    health: 'Yañı sağlıq vaziyeti',
    examination: 'Yañı muayene',
    intervention: 'Yañı muracaat',
    exchange: 'Yañı deñişme yolu',
    customField: 'Yañı hane',
    valueList: 'Yañı qıymetler cedveli',
  },
  empty: {
    person: {
      title: 'Birinci insannı yazıñız',
      text: 'Başlamaq içün adı, vaziyeti ve tevqif künü yeterli. Er angi yazıda qoşulğan er yazılış insannı tapmağa bir yol ola.',
    },
    witness: {
      title: 'Şaatlar mında kod adları ile tura',
      text: 'Şaatqa kod adı beriñiz. Onıñ kerçekten kim olğanı ayrı mühürli qısımda saqlana ve başqa iç bir yerde kösterilmey.',
    },
    case: {
      title: 'Daa iş yoq',
      text: 'İş beraber qabaatlanğan insanlarnı, qabaatlav maddelerini ve mahkemeni bağlay.',
    },
    incident: {
      title: 'Daa vaqia yoq',
      text: 'Tevqifler, tintüvler, mahkeme oturışları, avuştıruvlar, işkence: er biri öz künü, yeri ve kimnen olğanı ile.',
    },
    facility: {
      title: 'Daa müessise yoq',
      text: 'Müessiseniñ bir qaç tilde bir qaç adı ola bile. Tutuluvlar insanlarnı onıñnen bağlay.',
    },
    stay: {
      title: 'Daa tutuluv yoq',
      text: 'Tutuluv kimniñ qaçandan qaçanğace ve qayda tutulğanını köstere. Onı insannıñ saifesinde qoşuñız.',
    },
    source: {
      title: 'Daa menba yoq',
      text: 'Er beyan öz menbasını ve oña ne qadar işanılğanını köstere bile. Menbalarnı forma toldurğanda da yaratmaq mümkün.',
    },
    organisation: {
      title: 'Daa teşkilât yoq',
      text: 'Evelâ öz teşkilâtıñıznı yazıñız: onıñ açıq bağlantısı dosyelerde basıla.',
    },
    evidence: {
      title: 'Daa delil yoq',
      text: 'Delilde fayllar bar ve olarnıñ qaydan kelgeni, kim aqqında olğanı yazıla.',
    },
    dossier: { title: 'Daa dosye yoq', text: 'Berilgen dosyeler mında kösterile.' },
    relation: {
      title: 'Daa yaqınlar yoq',
      text: 'İnsannıñ aqrabaları ve başqa yaqınları. Mında yazılğan bağlantını iç bir qıdıruv tapmay ve o iç bir dosyege kirmey.',
    },
    counsel: {
      title: 'Daa advokat vekâleti yoq',
      text: 'Kim kimni qaçandan berli ve qaysı vekâlet ile qorçalay. Advokatnıñ qaydları sırdır ve iç bir dosyege kirmey.',
    },
    consent: {
      title: 'Daa razılıq yoq',
      text: 'İnsan nege, kim içün ve ne derecede açıq ruhset bergen. İç kimseden soramaq mümkün olmasa, menfaatı közetilip berilgen qararnı olğanı kibi yazıñız.',
    },
    proceeding: {
      title: 'Daa iş baquvı yoq',
      text: 'Bir iş bir qaç mahkemeden keçe: er basamaqnıñ öz akimleri, künleri ve neticesi bar.',
    },
    act: {
      title: 'Daa areket yoq',
      text: 'Areket — bir insanğa bir vaqiada ne yapılğanı: kim kimge ne yapqanı mından başlana.',
    },
    involvement: {
      title: 'Daa iştirak yoq',
      text: 'İştirak mesül şahısnı areket ile bağlay ve ne şekilde qatılğanını köstere.',
    },
    perpetrator: {
      title: 'Daa mesül şahıs yoq',
      text: 'Akimler, prokurorlar, memurlar: mahkemeler içün saqlana, aracı içün iç bir vaqıt basılmay.',
    },
    place: {
      title: 'Daa yer yoq',
      text: 'Yerniñ tilge ve devirge köre bir qaç adı ola bile.',
    },
    health: {
      title: 'Daa sağlıq vaziyeti yoq',
      text: 'Bir insannıñ sağlığı aqqında bir künge belli olğan şeyler. Vaqıt keçse olar eskire, saife bunı köstere.',
    },
    examination: {
      title: 'Daa muayene yoq',
      text: 'İşkence aqqında aytılğanda İstanbul protokolı boyunca muayeneler, beden shemasındaki belgiler ile.',
    },
    intervention: {
      title: 'Daa muracaat yoq',
      text: 'İnsanlar içün mektüpler, şikâyetler ve ricalar, künleri, nomeraları ve cevapları ile.',
    },
    exchange: {
      title: 'Daa deñişme yolu yoq',
      text: 'İnsan ne istey ve iş qaysı alda. Bundan iç bir şey qıdıruvda tapılmay ve deyerlik iç bir şey tışarığa çıqmay.',
    },
    customField: {
      title: 'Daa öz hanelerimiz yoq',
      text: 'İşiñizge mında olmağan hane kerek olsa, onı belgileñiz: qaysı qaydlarda olacaq, oña ne yazılacaq, qıdıruv onı tapacaqmı. Soñra o formalarda ve saifelerde kösterile ve import etilip ola. Kim içün olğanını aytmağance, o iç bir dosyege kirmey.',
    },
    valueList: {
      title: 'Daa qıymetler cedveli yoq',
      text: 'Qıymetler cedvelinde öz haneñizge yazılıp olacaq cevaplar bar. Endi kerek olmağan qıymet keri alına: onı qullanğan qaydlarda qala.',
    },
  },
}
