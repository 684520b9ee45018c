/** Turkish words for every failure. */
import type { ErrorTexts } from '../errorWords.ts'

export const errorsTr: ErrorTexts = {
  wrong_passphrase: {
    what: 'Bu parola kasayı açmıyor.',
    safe: 'Kasa sağlam. Uymayan dosyalar değil, parola.',
    next: 'Klavye düzenini ve Caps Lock tuşunu denetleyin, yazdığınızı gösterin ve yeniden deneyin.',
  },
  not_a_vault: {
    what: 'Bu klasör bir kasa değil.',
    safe: 'İçinde hiçbir şey değiştirilmedi.',
    next: 'Adı .emanet ile biten klasörü seçin.',
  },
  header_damaged: {
    what: 'Kasanın başı hasarlı, kopyası da.',
    safe: 'Parolanız denenmedi. Kayıtlar ve deliller kasanın başka bölümlerinde duruyor.',
    next: 'Bu diske yazmayın. En yeni yedeği geri yükleyin.',
  },
  header_tampered: {
    what: 'Kasanın başını bu programdan başka bir şey değiştirmiş.',
    safe: 'Kasa açılmadı, dolayısıyla hiçbir şey açığa çıkmadı.',
    next: 'Bu kopyayı inceleme için olduğu gibi saklayın ve başka bir yere bir yedek geri yükleyin.',
  },
  newer_format: {
    what: 'Bunu programın daha yeni bir sürümü yazmış.',
    safe: 'Ona dokunulmadı.',
    next: 'Emanet programının daha yeni bir sürümüyle açın.',
  },
  vault_in_use: {
    what: 'Bu kasa başka bir yerde açık.',
    safe: 'Ona dokunulmadı: aynı anda yalnızca bir program yazabilir.',
    next: 'Orada kapatın, sonra yeniden deneyin.',
  },
  vault_exists: {
    what: 'Bu yerde zaten bir şey var.',
    safe: 'Orada olan değiştirilmedi.',
    next: 'Başka bir ad ya da başka bir klasör seçin.',
  },
  kdf_out_of_range: {
    what: 'Burada yazılı anahtar ayarları güvenli aralığın dışında.',
    safe: 'Parolanız kullanılmadı.',
    next: 'Kasayla ya da anahtar dosyasıyla oynanmış olabilir. Güvendiğiniz bir kopya ya da yedek kullanın.',
  },
  passphrase_too_weak: {
    what: 'Bu parola tahmin edilebilir.',
    safe: 'Hiçbir şey değiştirilmedi.',
    next: 'Uzatın: beş rastgele sözcüğü akılda tutmak kolay, tahmin etmek zordur.',
  },
  try_later: {
    what: 'Art arda birkaç yanlış parola girildi.',
    safe: 'Kasa sağlam; bu parola denenmedi.',
    next: 'Biraz, en çok yarım dakika bekleyin ve yeniden deneyin.',
  },
  ledger_damaged: {
    what: 'Kasanın defterinin bir bölümü artık okunamıyor.',
    safe: 'Hasar yayılmaz: çevresindeki girdiler ayrıdır ve tek tek denetlenir.',
    next: 'En yeni yedeğinizi denetleyin ve yeni bir klasöre geri yükleyin.',
  },
  ledger_missing_entry: {
    what: 'Kasanın defterinde bir girdi eksik.',
    safe: 'Kayıp, herhangi bir şey gösterilmeden fark edildi.',
    next: 'En yeni yedeği geri yükleyin ve bu kopyayı inceleme için saklayın.',
  },
  ledger_reordered: {
    what: 'Kasanın defterindeki girdiler sırasında değil.',
    safe: 'Değişiklik, herhangi bir şey gösterilmeden fark edildi.',
    next: 'Bu kopyayı inceleme için saklayın ve bir yedek geri yükleyin.',
  },
  ledger_truncated: {
    what: 'Kasanın defterinin sonu kesilmiş.',
    safe: 'Kesikten önceki her şey hâlâ mühürlü ve imzalı.',
    next: 'En yeni yedeği yeni bir klasöre geri yükleyin.',
  },
  ledger_signature_invalid: {
    what: 'Bir girdiyi bu kasanın tanıdığı hiçbir aygıt imzalamamış.',
    safe: 'Girdi kabul edilmedi.',
    next: 'Bu kopyayı inceleme için saklayın ve bir yedek geri yükleyin.',
  },
  keys_damaged: {
    what: 'Bazı kayıtların anahtarları hasarlı.',
    safe: 'Öteki kayıtların kendi anahtarları var ve etkilenmediler.',
    next: 'En yeni yedeği yeni bir klasöre geri yükleyin.',
  },
  key_file_damaged: {
    what: 'Bu anahtar dosyası hasarlı.',
    safe: 'Kasa sağlam; hiçbir şey değiştirilmedi.',
    next: 'Anahtar dosyasının başka bir kopyasını seçin ya da kasayı parolayla veya kurtarma koduyla açın.',
  },
  wrong_key_file: {
    what: 'Bu anahtar dosyası bu kasayı açmıyor.',
    safe: 'Kasa da anahtar dosyası da sağlam.',
    next: 'Bu kasaya eklenmiş olan anahtar dosyasını seçin; dosya kasadan çıkarılmış da olabilir.',
  },
  public_key_damaged: {
    what: 'Bu, eksiksiz bir açık anahtar değil.',
    safe: 'Hiçbir şey değiştirilmedi.',
    next: '“emanet-key1” ile başlayıp sonuna kadar, hiçbir şey atlamadan yeniden kopyalayın.',
  },
  wrong_key_file_passphrase: {
    what: 'Bu parola anahtar dosyasını açmıyor.',
    safe: 'Kasa da anahtar dosyası da sağlam.',
    next: 'Anahtar dosyasının kasanınkinden ayrı, kendi parolası vardır. Caps Lock tuşunu ve klavye düzenini denetleyin, yeniden deneyin.',
  },
  not_a_key_file: {
    what: 'Bu dosya bir anahtar dosyası değil.',
    safe: 'Hiçbir şey değiştirilmedi.',
    next: 'Adı “.emanet-key” ile biten bir dosya seçin.',
  },
  object_damaged: {
    what: 'Bu delil dosyası diskte hasar görmüş.',
    safe: 'Hasarlı baytlar gösterilmedi. Kaydı ve SHA-256 değeri sağlam.',
    next: 'Bir yedekten geri yükleyin.',
  },
  object_missing: {
    what: 'Bu delil dosyası diskte yok.',
    safe: 'Kaydı ve SHA-256 değeri sağlam.',
    next: 'Bir yedekten geri yükleyin.',
  },
  object_truncated: {
    what: 'Bu delil dosyasının sonu eksik.',
    safe: 'Kayıp fark edildi; eksik hiçbir şey aslı gibi gösterilmedi.',
    next: 'Bir yedekten geri yükleyin.',
  },
  file_changed_while_read: {
    what: 'Dosya okunurken başka bir program onu değiştirdi.',
    safe: 'Kasaya hiçbir şey eklenmedi; böylece yarısı değişmiş bir dosya delil yerine geçemez.',
    next: 'Öteki programı kapatın ve dosyayı yeniden ekleyin.',
  },
  file_unreadable: {
    what: 'Dosya okunamadı.',
    safe: 'Kasaya hiçbir şey eklenmedi.',
    next: 'Dosyanın hâlâ yerinde olduğunu ve açma izniniz bulunduğunu denetleyin.',
  },
  bad_file_name: {
    what: 'Dosyanın adı saklanamıyor.',
    safe: 'Kasaya hiçbir şey eklenmedi.',
    next: 'Dosyaya sade bir ad verin ve yeniden ekleyin.',
  },
  too_large: {
    what: 'Bu, kasanın alabileceğinden büyük.',
    safe: 'Hiçbir şey değiştirilmedi.',
    next: 'Daha küçük parçalara bölün.',
  },
  read_only: {
    what: 'Bu klasöre yazılamıyor.',
    safe: 'Hiçbir şey değiştirilmedi.',
    next: 'Diskin yazma korumasını denetleyin ya da başka bir klasör seçin.',
  },
  disk_full: {
    what: 'Disk dolu.',
    safe: 'Daha önce kaydedilen her şey sağlam. Bu son değişiklik kaydedilmedi.',
    next: 'Biraz yer açın ve yeniden deneyin; yazdıklarınız hâlâ burada.',
  },
  io_failed: {
    what: 'Disk yanıt vermedi.',
    safe: 'Daha önce kaydedilen her şey sağlam.',
    next: 'Diskin ya da belleğin takılı olduğunu denetleyin, sonra yeniden deneyin.',
  },
  cancelled: {
    what: 'İptal edildi.',
    safe: 'Hiçbir şey yarım kalmadı.',
    next: 'İstediğiniz zaman yeniden başlayabilirsiniz.',
  },
  out_of_memory: {
    what: 'Bu bilgisayarda bunun için yeterli boş bellek yok.',
    safe: 'Hiçbir şey değiştirilmedi.',
    next: 'Öteki programları kapatın ve yeniden deneyin.',
  },
  file_exists: {
    what: 'Bu adda bir dosya zaten var.',
    safe: 'Üzerine yazılmadı.',
    next: 'Başka bir ad ya da başka bir klasör seçin.',
  },
  busy: {
    what: 'Kasaya şu anda bir liste yazılıyor.',
    safe: 'Bu değişiklikten hiçbir şey kaydedilmedi; yazdıklarınız hâlâ burada.',
    next: 'Bitmesini bekleyin ya da iptal edin, sonra yeniden deneyin.',
  },
  not_found: {
    what: 'Böyle bir kayıt yok.',
    safe: 'Hiçbir şey değiştirilmedi.',
    next: 'Listeye dönün.',
  },
  erased: {
    what: 'Bu kayıt silindi.',
    safe: 'Anahtarı yok edildi; var olduğu geçmişte kalır.',
    next: 'Listeye dönün.',
  },
  invalid_record: {
    what: 'Bu kayıtta düzgün olmayan bir şey var.',
    safe: 'Hiçbir şey kaydedilmedi; yazdıklarınız hâlâ burada.',
    next: 'İşaretli alanlara bakın.',
  },
  conflict: {
    what: 'Siz düzenlerken bu kayıt başka bir yerde değiştirildi.',
    safe: 'Hiçbir şeyin üzerine yazılmadı; yazdıklarınız hâlâ burada.',
    next: 'Yeni hâline bakın, sonra yeniden kaydedin.',
  },
  custodian_closed: {
    what: 'Tanıkların kimliklerinin bulunduğu bölüm kapalı: yalnızca emanetçilerin kartlarıyla ya da ikinci bir parolayla açılır.',
    safe: 'Hiçbir şey değiştirilmedi, hiçbir kimlik okunmadı.',
    next: 'Gerekçesini yazarak bölümü açın, sonra yeniden deneyin.',
  },
  import_unreadable: {
    what: 'Bu dosya tablo olarak okunamadı.',
    safe: 'Hiçbir şey içe aktarılmadı.',
    next: 'CSV ya da XLSX olarak kaydedip yeniden deneyin.',
  },
  import_no_columns: {
    what: 'Bu tablonun hiçbir sütununda programın bildiği bir ad yok.',
    safe: 'Hiçbir şey içe aktarılmadı.',
    next: 'Sütunların adlarını ilk satıra yazın.',
  },
  import_encoding_unknown: {
    what: 'Bu dosyanın harfleri okunamadı: kodlaması programın bildiklerinden biri değil.',
    safe: 'Hiçbir şey içe aktarılmadı; böylece anlamsız bir şey saklanmadı.',
    next: '“CSV UTF-8” ya da XLSX olarak kaydedip yeniden deneyin.',
  },
  import_encrypted: {
    what: 'Bu çalışma kitabı bir parolayla korunuyor.',
    safe: 'Hiçbir şey içe aktarılmadı.',
    next: 'Tablo programınızda açın, parolayı kaldırın, bir kopyasını kaydedip onu içe aktarın. Kopyayı sonra silin.',
  },
  import_damaged: {
    what: 'Bu çalışma kitabı hasarlı.',
    safe: 'Hiçbir şey, okunabilen satırlar bile, içe aktarılmadı.',
    next: 'Tablo programınızda açın, dosyayı onarmasına izin verin, yeniden kaydedip bir daha deneyin.',
  },
  dossier_refused: {
    what: 'Bu bilgi dosyası bu hâliyle oluşturulamaz.',
    safe: 'Hiçbir dosya yazılmadı.',
    next: 'Eksik olanı önizlemenin yanında görün.',
  },
  dossier_leak: {
    what: 'Metinde korunan bir kişinin adı geçiyor.',
    safe: 'Hiçbir dosya yazılmadı, dolayısıyla kasadan hiçbir şey çıkmadı.',
    next: 'İşaretli alandan çıkarın ve önizlemeye yeniden bakın.',
  },
  table_refused: {
    what: 'Bu tablo bu hâliyle dışa aktarılamaz.',
    safe: 'Hiçbir dosya yazılmadı.',
    next: 'Okuyacakların ondan alabileceği bir şey yok ya da birinin orada neden bulunduğunu bilemezler, ya da kasanın bir kısmı okunamadı. Hangisi olduğunu önizlemenin yanında görün.',
  },
  table_leak: {
    what: 'Bu tabloda korunan bir şey var: bir ad, bir kod adı ya da bir adres.',
    safe: 'Hiçbir dosya yazılmadı, dolayısıyla kasadan hiçbir şey çıkmadı.',
    next: 'Hangi kayıtta ve hangi başlık altında olduğunu önizlemenin altında görün, oradan çıkarın ve önizlemeye yeniden bakın.',
  },
  not_a_backup: {
    what: 'Bu klasör bir yedek değil.',
    safe: 'Hiçbir şey değiştirilmedi.',
    next: 'Yedek alınırken seçtiğiniz klasörü seçin.',
  },
  backup_damaged: {
    what: 'Bu yedek hasarlı.',
    safe: 'Kasanız bundan etkilenmez.',
    next: 'Başka bir diske yeni bir yedek alın; bunu, içinden kurtarılabilecekler için saklayın.',
  },
  backup_of_other_vault: {
    what: 'Bu klasörde başka bir kasanın yedeği var.',
    safe: 'İkisi de değiştirilmedi.',
    next: 'Bu kasanın yedeği için başka bir klasör seçin.',
  },
  target_not_empty: {
    what: 'Seçilen klasör boş değil.',
    safe: 'İçindeki hiçbir şeyin üzerine yazılmadı.',
    next: 'Boş bir klasör seçin.',
  },
  card_damaged: {
    what: 'Bu kart okunamıyor: bir sözcük yanlış, eksik ya da başka bir yerde.',
    safe: 'Hiçbir şey değiştirilmedi, öteki kartlar bundan etkilenmez.',
    next: 'Her sözcüğü kartla karşılaştırın ya da onun yerine karekodunu taratın.',
  },
  card_of_other_vault: {
    what: 'Bu kart başka bir kasanın.',
    safe: 'Hiçbir şey değiştirilmedi.',
    next: 'Karttaki parmak izini bu kasanınkiyle karşılaştırın.',
  },
  card_of_other_set: {
    what: 'Bu kart başka bir kart takımının.',
    safe: 'Hiçbir şey değiştirilmedi.',
    next: 'Aynı gün yapılmış kartları kullanın; eski bir takımın yerine yenisi yapılmış olabilir.',
  },
  card_not_genuine: {
    what: 'Bu kart düzgün okunuyor ama dağıtılan kart değil.',
    safe: 'Hiçbir şey değiştirilmedi, onunla hiçbir şey açılmadı.',
    next: 'İnceleme için saklayın, sahibine nereden geldiğini sorun ve başka bir kart kullanın.',
  },
  card_repeated: {
    what: 'Aynı kart iki kez verildi.',
    safe: 'Hiçbir şey değiştirilmedi.',
    next: 'Başka numaralı bir kart verin.',
  },
  cards_too_few: {
    what: 'Henüz yeterli kart yok.',
    safe: 'Gerekenden az kart hiçbir şeyi açığa çıkarmaz.',
    next: 'Her kartta kaç kart gerektiği yazar: ötekileri ekleyin.',
  },
  bad_input: {
    what: 'Program bu pencereden gelen bir değeri reddetti.',
    safe: 'Hiçbir şey değiştirilmedi.',
    next: 'Yazdığınızı denetleyin. Yeniden olursa bu, programın hatasıdır.',
  },
  bad_output: {
    what: 'Program, düzgün olmayan bir yanıtı geri tuttu.',
    safe: 'Hiçbir şey değiştirilmedi.',
    next: 'Bu, programın hatasıdır. Kasayı kilitleyip yeniden açın.',
  },
  wrong_lock_state: {
    what: 'Kasa bu durumdayken bu yapılamaz.',
    safe: 'Hiçbir şey değiştirilmedi.',
    next: 'Kasanın kilidini açıp yeniden deneyin.',
  },
  forbidden_frame: {
    what: 'Bu pencerenin bunu yapmasına izin yok.',
    safe: 'Hiçbir şey değiştirilmedi.',
    next: 'Kasayı kilitleyip yeniden açın.',
  },
  unknown_call: {
    what: 'Bu pencere programın bilmediği bir şey istedi.',
    safe: 'Hiçbir şey değiştirilmedi.',
    next: 'Bu, programın hatasıdır. Kasayı kilitleyip yeniden açın.',
  },
  usage: {
    what: 'Komut anlaşılmadı.',
    safe: 'Hiçbir şey değiştirilmedi.',
    next: 'Komut listesine bakın.',
  },
  internal: {
    what: 'Program bir hata yaptı.',
    safe: 'Daha önce kaydedilen her şey sağlam.',
    next: 'Kasayı kilitleyip yeniden açın. Kaydedilenler orada olacak.',
  },
}
