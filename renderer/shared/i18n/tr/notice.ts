/** Turkish words of the notices: what a person should hear about a vault that was opened, or about the machine. */
import type { notice as noticeEn } from '../en/notice.ts'
import type { TurkicTranslated } from '../translated.ts'

export const notice: TurkicTranslated<typeof noticeEn> = {
  headerCopyUsed:
    'Bu kasanın başı hasarlıydı; kopyası kullanıldı. Bugün başka bir diske yedek alın.',
  headerCopyOlder:
    'Kullanılan baş kopyası kasanın kendisinden eski: sonradan yapılmış bir anahtar değişikliği eksik olabilir. Anahtar listesine bakın ve bugün başka bir diske yedek alın.',
  headerCopyRepaired:
    'Kasanın başının ikinci kopyası eksik, hasarlı ya da eskiydi ve yeniden yazıldı.',
  headerTampered:
    'Kasanın başının iki kopyasından birini bu programdan başka bir şey değiştirmiş. Gerçek olan öteki kopya kullanıldı. Bu disk birinin eline geçmiş olabilir.',
  newDevice: 'Bu bilgisayar bu kasayı ilk kez açıyor. Defterde bundan sonra bu yazar.',
  passphraseChangeFinished:
    'Bir parola değişikliği yarıda kesilmişti. Şimdi tamamlandı: bu kasayı yalnızca yeni parola açar.',
  passphraseChangeUnfinished:
    'Bir parola değişikliği yarıda kesildi: eski parola da yenisi de bu kasayı açıyor. Yeniden değiştirin ya da anahtar listesinden birini kaldırın.',
  olderFormat:
    'Bu kasayı programın daha eski bir sürümü yazmış; yalnızca okumak için açık. Bugünkü biçime geçirmek için kilitleyin ve “Yeni anahtarlar…” seçeneğine basın.',
  rolledBack:
    'Bu, kasanın bu bilgisayarın daha önce gördüğünden eski bir hâli. Biri yerine eski bir kopya koymuş olabilir ya da bir yedek geri yüklendi.',
  openedReadOnly:
    'Bu kasa yalnızca okumak için açık: hiçbir şey değiştirilemez ve kasaya hiçbir şey yazılmaz.',
  headDamaged:
    'Defterin nerede bittiğini gösteren not hasarlı; bu yüzden sonunda girdilerin eksik olup olmadığı söylenemez.',
  keysDamaged: 'Bazı kayıtların anahtarları hasarlı; o kayıtlar burada okunamaz.',
  entriesDamaged:
    'Bu kasanın eski girdileri hasarlı: bazı kayıtlar açılmayabilir, gösterilenler eksik olabilir. Hiçbir şey değiştirilmedi. Yedeklerinizin üzerine yazmayın; Yedekler bölümünde en yenisini denetleyin ve bu kasanın yanına geri yükleyin.',
  entriesUnread:
    'Programın bu sürümü bu kasadaki bazı değişiklikleri okuyamıyor: gösterilenler eksik olabilir ve bilgi dosyası oluşturulamaz. Değişiklikler olduğu gibi saklanır. Bunları daha yeni bir sürüm yapmış olabilir: Emanet programını güncelleyin ve kasayı yeniden açın.',
  indexBehind:
    'Son kaydedilenler kasada, ama bu oturum hepsini gösteremiyor: listeler, arama ve sayılar eksik olabilir; bilgi dosyası oluşturulamaz, tablo dışa aktarılamaz. Kasayı kilitleyip yeniden açın.',
  outOfDateRuntime:
    'Bu program, artık güvenlik düzeltmesi almayan bir motor sürümüyle çalışıyor. İlk fırsatta Emanet programını güncelleyin.',
  coreDumpsOn:
    'Bu program çökerse sistem, programın belleğini diske yazabilir. util-linux paketini kurun ya da programı `ulimit -c 0` ile başlatın.',
  wasmCrypto:
    'Hızlı şifreleme yüklenemedi; aynı sonucu veren daha yavaş bir şifreleme kullanılıyor.',
}
