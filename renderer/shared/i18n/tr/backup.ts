/** Turkish words of the backup screen. */
import type { backup as backupEn } from '../en/backup.ts'
import type { TurkicTranslated } from '../translated.ts'

export const backup: TurkicTranslated<typeof backupEn> = {
  title: 'Yedekler',
  subtitle:
    'Yedek, kasanın kendisi gibi şifrelidir. Herhangi bir bellekte durabilir ve alındığı günün parolasıyla açılır.',
  neverTitle: 'Henüz yedek yok',
  neverText:
    'Bu disk bozulur ya da alınırsa kasadaki her şey kaybolur. İlk yedek birkaç dakika sürer.',
  lastTitle: 'Son yedek {{ago}}',
  lastAt: 'Alındığı an: {{moment}}.',
  newer_one: 'Defterde ondan yeni {{count}} girdi var.',
  newer_other: 'Defterde ondan yeni {{count}} girdi var.',
  newerNone: 'O günden beri kasaya hiçbir şey yazılmadı.',
  stale: 'O günden beri kaydedilenler bu diskle birlikte kaybolur.',
  make: 'Yedek al…',
  makeHint:
    'Başka bir diskte ya da bellekte bir klasör seçin. Yalnızca yeni olanlar kopyalanır, eski anlık görüntüler kalır.',
  makeJob: 'Yedek alınıyor',
  made: 'Yedek alındı',
  madeText_one: '{{count}} delil dosyası yeniydi ve kopyalandı, {{bytes}}.',
  madeText_other: '{{count}} delil dosyası yeniydi ve kopyalandı, {{bytes}}.',
  madeNothing: 'Yeni delil dosyası yoktu; kayıtlar kopyalandı.',
  madeAway: 'Onu bu binanın dışında saklayın.',
  gone_one: '{{count}} delil dosyası artık bu kasada yok',
  gone_other: '{{count}} delil dosyası artık bu kasada yok',
  goneAllKept: 'Eksik olanın eski kopyaları bu yedekte var: geri yükleme eksiği geri getirir.',
  goneKept_one:
    'Bu yedekte bunlardan {{count}} tanesinin eskiden kalma kopyası var; geri yükleme onu geri getirir. Ötekiler yedekte yok.',
  goneKept_other:
    'Bu yedekte bunlardan {{count}} tanesinin eskiden kalma kopyası var; geri yükleme onları geri getirir. Ötekiler yedekte yok.',
  goneNone:
    'Eksik olan bu yedekte de yok: başka disklerdeki daha eski yedeklere bakın ve hiçbirini yok etmeyin.',
  goneText:
    'Kayıtlar yerinde, ama dosyaların kendisi diskte yok. “Bu kasayı denetle” hangileri olduğunu söyler.',
  snapshotIs: 'Anlık görüntü',
  verify: 'Sağlam olduğunu denetle',
  verifyHint: 'Bir yedeğin değeri, son denetiminin değeri kadardır.',
  thoroughness: 'Ne kadar ayrıntılı',
  quick: 'Hızlı',
  full: 'Tam',
  quickHint:
    'Defterin zincirini ve her dosyanın doğru boyutuyla yerinde olduğunu denetler. Birkaç saniye sürer.',
  fullHint: 'Ayrıca her dosyanın her baytını okur. Kopyalamak kadar sürer.',
  verifyVault: 'Bu kasayı denetle',
  verifyStart: 'Bir yedeği denetle…',
  verifyVaultJob: 'Bu kasa denetleniyor',
  verifyBackupJob: 'Yedek denetleniyor',
  verifyOk: 'Denetlenen her şey sağlam',
  verifyOkText: '{{entries}} ve {{files}}, {{bytes}}.',
  checkedQuick: 'Dosyaların içeriği okunmadı: bunu tam denetim yapar.',
  checkedFull: 'Her bayt okundu.',
  verifyBad_one: '{{count}} parça hasarlı',
  verifyBad_other: '{{count}} parça hasarlı',
  verifyBadVault:
    'Denetim hiçbir şeyi değiştirmedi. Çalışmayı sürdürmeden önce en yeni sağlam yedeği yeni bir klasöre geri yükleyin.',
  verifyBadBackup: 'Açık kasanız bundan etkilenmez. Başka bir diske yeni bir yedek alın.',
  damagedTable: 'Hasarlı parçalar',
  showAllDamaged: 'Hepsini göster: {{count}}',
  column: {
    what: 'Parça',
    why: 'Sorun',
    when: 'Alındı',
    snapshot: 'Anlık görüntü',
    files: 'Yeni dosya',
    size: 'Yeni veri',
  },
  part: {
    header: 'Kasanın başı',
    entry: 'Defter girdisi {{id}}',
    head: 'Defterin sonu',
    keys: 'Kayıtların anahtarları',
    record: 'Kayıt',
    keysOf: 'Kayıtların anahtarları, bölüm {{id}}',
    object: 'Delil dosyası',
    snapshot: 'Anlık görüntü',
  },
  restore: 'Yeni bir klasöre geri yükle',
  restoreHint:
    'Açık kasa olduğu gibi kalır. Bunu ara sıra, yalnızca işe yaradığını görmek için yapın: yedeği, sonra geri yüklenecek kasanın yerini seçin.',
  restoreStart: 'Bir yedeği geri yükle…',
  restoreJob: 'Yedek geri yükleniyor',
  restored: '“{{name}}” adıyla geri yüklendi',
  restoredText:
    'İçine bakmak için bu kasayı kilitleyip onu açın. Parolası, yedeğin alındığı günün parolasıdır.',
  restoredBeside: {
    same: 'Son kaydına kadar açık kasadakinin aynısı.',
    different:
      'Açık kasadakiyle AYNI DEĞİL: ikisinin günlükleri ayrılmış. İkisini de saklayın ve hangisinin doğru olduğunu öğrenin.',
    another: 'Bu, açık kasanın değil, başka bir kasanın yedeği.',
  },
  certificate: 'Belge kaydet…',
  certificateKept:
    'Kaydedildi. Bunun ne zaman yapıldığını ve neyin denetlendiğini söyler; kasanın içinden hiçbir şey içermez.',
  restoredPart_one: '{{count}} delil dosyası geri yüklenemedi',
  restoredPart_other: '{{count}} delil dosyası geri yüklenemedi',
  restoredPartText:
    'Hasar bu yedekte; geri kalan her şey, eksik olanın kayıtları da yerinde. Eksik olan açık kasada ya da başka bir yedekte bulunabilir: ikisini de saklayın.',
  choosing: 'Klasör bekleniyor…',
  cancelled: 'İptal edildi. Hiçbir şey yarım kalmadı.',
  list: 'Bu kasadan alınan yedekler',
  listHint:
    'Defterde yazdığı gibi. Bir bellekte hâlâ bulunup bulunmadıklarını yalnızca denetim söyler.',
  listEmpty: 'Henüz yok. Aldığınız her yedek buraya yazılır.',
}
