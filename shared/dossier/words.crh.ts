/**
 * Crimean Tatar words of a dossier, in the Latin alphabet of 2021.
 *
 * Machine-drafted: a native editor must read every line before a list in this language is handed over. Lines
 * marked `seen` stand so in published Crimean Tatar texts; all others are proposals. The months are a table of
 * our own because no library the program uses carries them.
 */
import type { DossierWords } from './words.ts'

const count = (word: string) => (n: number) => `${n} ${word}`

const MONTHS = [
  'yanvar',
  'fevral',
  'mart',
  'aprel',
  'mayıs',
  'iyün',
  'iyül',
  'avgust',
  'sentâbr',
  'oktâbr',
  'noyabr',
  'dekabr',
]

export const WORDS_CRH: DossierWords = {
  titles: {
    mediator: 'Azat etilmesi soralğan sivil insanlarnıñ cedveli',
    ua_body: 'Serbestlikten marum etilgen şahıslar: Ukraina organları içün malümat',
    echr: 'Serbestlikten marum etilgen şahıslar: İnsan aqları Avropa mahkemesi içün malümat',
    icc: 'Serbestlikten marum etilgen şahıslar: prokuratura içün malümat',
    wgad: 'Serbestlikten marum etilgen şahıslar: esassız tutuluvlar boyunca İşçi gruppası içün malümat',
    special_procedures: 'Serbestlikten marum etilgen şahıslar: mahsus proseduralar içün malümat',
    icrc: 'Serbestlikten marum etilgen şahıslar: Merkeziy qıdıruv agentligi içün malümat',
    public: 'Siyasiy mabüsler', // seen
  },
  preamble: {
    listNumber: 'Cedvel №',
    date: 'Kün',
    recipient: 'Kimge',
    contact: 'Bergen teşkilâtnıñ bağlantısı',
    people: 'Cedveldeki insanlar',
    asked: 'Ne soralmaqta',
    note: 'Qayd',
    civilians:
      'Cedveldeki insanlar — Dörtünci Cenevre konventsiyası qorçalağan sivil insanlardır. Olarnıñ şartsız azat etilmesi soralmaqta.',
  },
  table: {
    number: '№',
    name: 'Adı',
    born: 'Doğğan künü',
    status: 'Vaziyeti',
    place: 'Tutulğan yeri',
    sentence: 'Ceza',
  },
  sections: {
    names: 'Adınıñ yazıluvı',
    person: 'Şahıs',
    custody: 'Serbestlikten marum etüv',
    proceedings: 'Mahkeme işi',
    humanitarian: 'İnsaniy sebepler',
    request: 'Rica',
    more: 'Qoşma malümat',
    sources: 'Açıq menbalar',
  },
  nameForms: {
    court_ru: 'Rusiye mahkemesi kâğıtlarında',
    uk: 'Ukrain tilinde',
    latin_ua: 'Latin, Ukraina pasportı',
    latin_ru: 'Latin, Rusiye pasportı şekli',
    tr: 'Türk tilinde',
    crh: 'Qırımtatar tilinde',
  },
  fields: {
    status: 'Vaziyeti',
    sex: 'Cınsı',
    birthDate: 'Doğğan künü',
    citizenship: 'Vatandaşlığı',
    idDocuments: 'Şahsiyet vesiqaları',
    ethnicity: 'Halqı',
    religion: 'Din',
    occupation: 'Zenaatı',
    address: 'Yaşağan yeri',
    arrestDate: 'Serbestlikten marum etilgen künü',
    arrestPlace: 'Tutulğan yeri',
    arrestedBy: 'Kim tutqan',
    charges: 'Qabaatlav maddeleri',
    court: 'Mahkeme', // seen
    verdictDate: 'Üküm künü',
    sentence: 'Ceza müddeti',
    termEnd: 'Müddetniñ soñu',
    healthCategory: 'Sebepler',
    diagnosis: 'Sağlıq vaziyeti', // seen
    minorChildren: 'Reşit olmağan balalar',
    relatives: 'Qorantası', // seen as qoranta
    lawyer: 'Advokat', // seen
    lawyerNotes: 'Advokatnıñ qaydları',
    affiliations: 'Bağlar',
    exchangeWish: 'Öz istegi',
    previousLists: 'Evelki cedveller',
    request: 'Ne soralmaqta',
  },
  birthYear: 'Doğğan senesi',
  age: 'Yaşı',
  earlierYears: 'Cedveller seneleri',
  caseFields: {
    label: 'İş',
    number: 'İş nomerası',
    stage: 'Basamaq',
    judges: 'Akimler',
    prosecutors: 'Prokurorlar',
    stages: {
      investigation: 'tahqiqat',
      first_instance: 'birinci basamaq',
      appeal: 'istinaf', // seen
      cassation: 'kassatsiya',
      closed: 'qapatılğan',
      remand: 'tutuv tedbiri',
      retrial: 'tekrar baquv',
      administrative: 'memuriy iş',
    },
    outcomes: {
      convicted: 'üküm etilgen',
      acquitted: 'aqlanğan',
      upheld: 'kücünde qaldırılğan',
      reduced: 'ceza azlaştırılğan',
      increased: 'ceza arttırılğan',
      quashed: 'lâğu etilgen',
      returned: 'qaytarılğan',
      terminated: 'toqtatılğan',
      pending: 'devam ete',
    },
  },
  facility: 'Tutulğan yeri',
  lastFacility: 'Soñki tutulğan yeri',
  region: 'Bölge',
  since: 'Ne vaqıttan berli',
  earlierPlaces: 'Evel',
  timeServed: 'Tutulğan müddeti',
  responsible: 'Mesül dep adlandırılğanlar',
  source: 'Menba',
  sex: { male: 'erkek', female: 'qadın', unknown: 'belli degil' },
  status: {
    pol_prisoner: 'siyasiy mabüs', // seen
    civ_hostage: 'reine', // seen
    disappeared: 'zoraki ğayıp olğan', // seen
    incommunicado: 'üsul statusı olmağan', // seen
    detained: 'tutulğan', // seen
    remand: 'apiste, SİZOda', // seen
    house_arrest: 'ev apsi', // seen
    admin_arrest: 'memuriy apis',
    on_trial: 'mahkeme etile',
    convicted_appeal: 'üküm etilgen, istinaf', // seen
    serving_prison: 'apishanede', // seen
    serving_colony: 'koloniyada', // seen
    strict_regime: 'sert rejim', // seen
    punishment_cell: 'kartser',
    in_transfer: 'etap',
    suspended: 'şartlı ceza',
    in_absentia: 'ğıyabiy', // seen
    supervision: 'memuriy nezaret',
    released_term: 'müddeti tolıp azat etilgen',
    exchanged: 'deñiştirilgen',
    handed_over: 'teslim etilgen', // seen
    pardoned: 'afu etilgen', // seen
    acquitted: 'aqlanğan',
    died: 'apishanede vefat etken',
    unknown: 'belli degil', // seen
  },
  released: 'azat etilgen',
  coarse: {
    held: 'serbestlikten marum etilgen',
    restricted: 'sıñırlavlar altında',
    free: 'azat etilgen',
    died: 'apishanede vefat etken',
    unknown: 'belli degil',
  },
  health: {
    age_60_plus: '60 yaş ve ziyade',
    woman: 'qadın',
    disability_1: 'I gruppa saqatlıq',
    disability_2: 'II gruppa saqatlıq',
    serious_illness: 'ağır hastalıq',
    serious_illness_urgent: 'ağır hastalıq, aşıqış',
  },
  requests: {
    unconditional_release: 'şartsız azat etüv',
    transfer_to_hospital: 'hastahanege avuştıruv',
    visit: 'körüşüv',
    proof_of_life: 'sağ olğanınıñ delili',
  },
  yesNo: { yes: 'ebet', no: 'yoq', unknown: 'belli degil' },
  regimes: {
    general: 'umumiy rejim koloniyası',
    strict: 'sert rejim koloniyası',
    special: 'mahsus rejim koloniyası',
    prison: 'apishane',
    settlement: 'koloniya-yaşayış yeri',
    unknown: 'rejim belli degil',
  },
  firstYearsInPrison: (n) => `olardan ilk ${n} apishanede`,
  indigenous: 'Ukrainanıñ tamır halqı',
  ukraine: 'Ukraina',
  transliterated: 'transliteratsiya',
  quote: (text) => `“${text}”`,
  years: count('yıl'),
  months: count('ay'),
  days: count('kün'),
  children: count('reşit olmağan bala'),
  about: (text) => `taqriben ${text}`,
  monthsOfDay: MONTHS,
  monthsAlone: MONTHS,
  page: (n, of) => `Saife ${n} / ${of}`,
}
