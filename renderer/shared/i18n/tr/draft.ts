/** Turkish words of drafts: what was typed when the vault was locked. */
import type { draft as draftEn } from '../en/draft.ts'
import type { TurkicTranslated } from '../translated.ts'

export const draft: TurkicTranslated<typeof draftEn> = {
  editing: 'Düzenliyordunuz: {{title}}',
  new: {
    person: 'Bir kişi ekliyordunuz',
    witness: 'Bir tanık ekliyordunuz',
    case: 'Bir dava ekliyordunuz',
    incident: 'Bir olay ekliyordunuz',
    facility: 'Bir tutma yeri ekliyordunuz',
    stay: 'Bir tutulma dönemi ekliyordunuz',
    source: 'Bir kaynak ekliyordunuz',
    organisation: 'Bir kuruluş ekliyordunuz',
    evidence: 'Bir delil ekliyordunuz',
    dossier: 'Bir bilgi dosyası ekliyordunuz',
    relation: 'Bir yakınlık ekliyordunuz',
    counsel: 'Bir avukat vekâleti ekliyordunuz',
    consent: 'Bir rıza ekliyordunuz',
    proceeding: 'Bir yargılama ekliyordunuz',
    act: 'Bir fiil ekliyordunuz',
    involvement: 'Bir iştirak ekliyordunuz',
    perpetrator: 'Bir sorumlu kişi ekliyordunuz',
    place: 'Bir yer ekliyordunuz',
    health: 'Bir sağlık durumu ekliyordunuz',
    examination: 'Bir tıbbi muayene ekliyordunuz',
    intervention: 'Bir başvuru ekliyordunuz',
    exchange: 'Bir takas süreci ekliyordunuz',
    customField: 'Bir alan tanımlıyordunuz',
    valueList: 'Bir değer listesi hazırlıyordunuz',
  },
  text: 'Son yazılan: {{ago}}, kaydedilmedi. Bu bilgisayarda mühürlü olarak saklandı.',
  goOn: 'Sürdür',
  discard: 'At',
  lost: 'Bu bilgisayarda bir taslak saklanmıştı ama okunamıyor. Kasaya kaydedilenler bundan etkilenmez.',
}
