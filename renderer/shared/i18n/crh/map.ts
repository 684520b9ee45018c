/** Words of the map and of a person's route. Crimean Tatar, machine-drafted. */
import type { map as mapEn } from '../en/map.ts'
import type { TurkicTranslated } from '../translated.ts'

export const map: TurkicTranslated<typeof mapEn> = {
  title: 'Harita',
  subtitle: 'İnsanlar qayda tutula ve olar qayda avuştırılğan.',
  drawing: 'Müessiseler haritası',
  closer: 'Yaqınlaştırmaq',
  farther: 'Uzaqlaştırmaq',
  everything: 'Episi körünsin',
  crimea: 'Qırım',
  occupied: 'Qırım, Ukraina: 2014 senesi fevral ayından berli Rusiye Federatsiyası işğal etken',
  byFacility: 'Şimdi tutulğanlar, müessiseler boyunca',
  definition:
    'Şu müessisedeki soñki tutuluvınıñ soñu yazılmağan ve vaziyetine köre azat etilmegen, vefat etmegen, ğıyabiy üküm etilmegen insanlar.',
  facilities_one: '{{count}} müessise',
  facilities_other: '{{count}} müessise',
  heldNow_one: 'Şimdi {{count}} insan tutula',
  heldNow_other: 'Şimdi {{count}} insan tutula',
  heldEver_one: 'toplam {{count}}',
  heldEver_other: 'toplam {{count}}',
  moved_one: '{{count}} insan böyle avuştırılğan',
  moved_other: '{{count}} insan böyle avuştırılğan',
  nowhere: 'Haritada yoq',
  nowhereText: 'Adresi, adı ve bölgesi qaysı şeerde olğanını bildirmey.',
  placedByTown: 'Qaydda yazılğan şeerde kösterilgen; adresniñ özü haritada yoq.',
  allFacilities: 'Bütün müessiseler',
  route: 'Avuştıruvlar',
  emptyTitle: 'Daa iç bir müessise yazılmağan',
  emptyText:
    'Müessiseni ve anda kim tutulğanını yazıñız: soñra harita insanlarnıñ qayda olğanını ve nasıl avuştırılğanını kösterecek.',
}
