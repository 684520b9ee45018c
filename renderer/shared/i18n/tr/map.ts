/** Turkish words of the map and of a person's route. */
import type { map as mapEn } from '../en/map.ts'
import type { TurkicTranslated } from '../translated.ts'

export const map: TurkicTranslated<typeof mapEn> = {
  title: 'Harita',
  subtitle: 'İnsanların nerede tutulduğu ve nasıl nakledildiği.',
  drawing: 'Tutma yerlerinin haritası',
  closer: 'Yakınlaş',
  farther: 'Uzaklaş',
  everything: 'Hepsini göster',
  crimea: 'Kırım',
  occupied: 'Kırım, Ukrayna: Şubat 2014’ten beri Rusya Federasyonu’nun işgali altında',
  byFacility: 'Şu anda tutulanlar, yere göre',
  definition:
    'Oradaki son tutulma döneminin bitişi olmayan ve durumu serbest, hayatını kaybetmiş ya da gıyaben mahkûm olmayan kişiler.',
  facilities_one: '{{count}} tutma yeri',
  facilities_other: '{{count}} tutma yeri',
  heldNow_one: 'şu anda {{count}} kişi tutuluyor',
  heldNow_other: 'şu anda {{count}} kişi tutuluyor',
  heldEver_one: 'toplam {{count}}',
  heldEver_other: 'toplam {{count}}',
  moved_one: '{{count}} kişi bu yolla nakledildi',
  moved_other: '{{count}} kişi bu yolla nakledildi',
  nowhere: 'Haritada olmayanlar',
  nowhereText: 'Hangi şehirde olduğunu ne adresi ne adı ne de bölgesi söylüyor.',
  placedByTown: 'Kayıtta geçen şehre yerleştirildi; adresin kendisi haritada değil.',
  allFacilities: 'Bütün tutma yerleri',
  route: 'Sevkler',
  emptyTitle: 'Henüz tutma yeri kaydedilmedi',
  emptyText:
    'Bir tutma yerini ve orada kimin tutulduğunu kaydedin: harita o zaman insanların nerede olduğunu ve nasıl nakledildiğini gösterir.',
}
