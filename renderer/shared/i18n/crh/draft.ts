/** Words of drafts: what was typed when the vault was locked. Crimean Tatar, machine-drafted. */
import type { draft as draftEn } from '../en/draft.ts'
import type { TurkicTranslated } from '../translated.ts'

export const draft: TurkicTranslated<typeof draftEn> = {
  editing: 'Siz deñiştire ediñiz: {{title}}',
  new: {
    person: 'Siz insan qoşa ediñiz',
    witness: 'Siz şaat qoşa ediñiz',
    case: 'Siz iş qoşa ediñiz',
    incident: 'Siz vaqia qoşa ediñiz',
    facility: 'Siz müessise qoşa ediñiz',
    stay: 'Siz tutuluv qoşa ediñiz',
    source: 'Siz menba qoşa ediñiz',
    organisation: 'Siz teşkilât qoşa ediñiz',
    evidence: 'Siz delil qoşa ediñiz',
    dossier: 'Siz dosye qoşa ediñiz',
    relation: 'Siz yaqın kişi qoşa ediñiz',
    counsel: 'Siz advokat vekâletini qoşa ediñiz',
    consent: 'Siz razılıq qoşa ediñiz',
    proceeding: 'Siz iş baquvını qoşa ediñiz',
    act: 'Siz areket qoşa ediñiz',
    involvement: 'Siz iştirak qoşa ediñiz',
    perpetrator: 'Siz mesül şahıs qoşa ediñiz',
    place: 'Siz yer qoşa ediñiz',
    health: 'Siz sağlıq vaziyetini qoşa ediñiz',
    examination: 'Siz tibbiy muayene qoşa ediñiz',
    intervention: 'Siz muracaat qoşa ediñiz',
    exchange: 'Siz deñişme yolunı qoşa ediñiz',
    customField: 'Siz hane belgiley ediñiz',
    valueList: 'Siz qıymetler cedvelini yapa ediñiz',
  },
  text: 'Soñki kere yazılğan: {{ago}}, saqlanmağan. Metin bu kompyuterde mühürli tura edi.',
  goOn: 'Devam etmek',
  discard: 'Taşlamaq',
  lost: 'Bu kompyuterde bir qaralama saqlanğan edi, amma onı oqumaq mümkün degil. Haznede saqlanğan şeylerge bu tesir etmey.',
}
