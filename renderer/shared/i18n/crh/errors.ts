/** Crimean Tatar words for every failure. Machine-drafted. */
import type { ErrorTexts } from '../errorWords.ts'

export const errorsCrh: ErrorTexts = {
  wrong_passphrase: {
    what: 'Bu parol ibaresi hazneni açmay.',
    safe: 'Hazne bütün. Uymağan şey fayllar degil, parol ibaresidir.',
    next: 'Klaviatura tertibini ve Caps Lock tüymesini teşkeriñiz, yazğanıñıznı kösteriñiz ve tekrarlap baqıñız.',
  },
  not_a_vault: {
    what: 'Bu papka hazne degil.',
    safe: 'İçinde iç bir şey deñiştirilmedi.',
    next: 'Adı .emanet ile bitken papkanı saylañız.',
  },
  header_damaged: {
    what: 'Hazneniñ başı da, onıñ kopiyası da bozulğan.',
    safe: 'Parol ibareñiz sınalmadı. Qaydlar ve deliller hazneniñ başqa yerlerinde buluna.',
    next: 'Bu diskke iç bir şey yazmañız. Eñ yañı ihtiyat kopiyasını tikleñiz.',
  },
  header_tampered: {
    what: 'Hazneniñ başını bu programma degil, başqa bir şey deñiştirgen.',
    safe: 'Hazne açılmadı, onıñ içün iç bir şey belli olmadı.',
    next: 'Bu kopiyanı teşkerüv içün olğanı kibi saqlañız ve ihtiyat kopiyasını başqa yerge tikleñiz.',
  },
  newer_format: {
    what: 'Bunı programmanıñ daa yañı versiyası yazğan.',
    safe: 'Oña tiyilmedi.',
    next: 'Onı Emanetniñ daa yañı versiyasınen açıñız.',
  },
  vault_in_use: {
    what: 'Bu hazne başqa yerde açıq.',
    safe: 'Oña tiyilmedi: bir vaqıtta tek bir programma yazıp ola.',
    next: 'Onı anda qapatıñız, soñra tekrarlap baqıñız.',
  },
  vault_exists: {
    what: 'Bu yerde endi bir şey bar.',
    safe: 'Anda bulunğan şey deñiştirilmedi.',
    next: 'Başqa ad ya da başqa papka saylañız.',
  },
  kdf_out_of_range: {
    what: 'Mında yazılğan anahtar sazlamaları telükesiz sıñırlardan tışarıda.',
    safe: 'Parol ibareñiz qullanılmadı.',
    next: 'Hazneni ya da anahtar faylını birev deñiştirgen ola bile. İşanğan kopiyañıznı ya da ihtiyat kopiyasını qullanıñız.',
  },
  passphrase_too_weak: {
    what: 'Bu parol ibaresini bilip tapmaq mümkün.',
    safe: 'İç bir şey deñiştirilmedi.',
    next: 'Onı uzunca yapıñız: beş tesadüfiy sözni aqılda tutmaq qolay, bilip tapmaq qıyın.',
  },
  try_later: {
    what: 'Bir qaç kere sıra ile yañlış parol ibaresi yazıldı.',
    safe: 'Hazne bütün, bu parol ibaresi ise sınalmadı.',
    next: 'Biraz bekleñiz, eñ çoq yarım daqqa, ve tekrarlap baqıñız.',
  },
  ledger_damaged: {
    what: 'Hazne jurnalınıñ bir qısmını endi oqumaq mümkün degil.',
    safe: 'Bozuqlıq yayılmay: etrafındaki yazılar ayrı, er biri ayrı teşkerile.',
    next: 'Eñ yañı ihtiyat kopiyasını teşkeriñiz ve yañı papkağa tikleñiz.',
  },
  ledger_missing_entry: {
    what: 'Hazne jurnalında bir yazı yetişmey.',
    safe: 'Bu, iç bir şey kösterilmezden evel belli oldı.',
    next: 'Eñ yañı ihtiyat kopiyasını tikleñiz, bu kopiyanı ise teşkerüv içün saqlañız.',
  },
  ledger_reordered: {
    what: 'Hazne jurnalınıñ yazıları öz sırasında degil.',
    safe: 'Bu deñiştirme iç bir şey kösterilmezden evel belli oldı.',
    next: 'Bu kopiyanı teşkerüv içün saqlañız ve ihtiyat kopiyasını tikleñiz.',
  },
  ledger_truncated: {
    what: 'Hazne jurnalınıñ soñu kesilgen.',
    safe: 'Kesilgen yerge qadar er şey alâ daa mühürli ve imzalı.',
    next: 'Eñ yañı ihtiyat kopiyasını yañı papkağa tikleñiz.',
  },
  ledger_signature_invalid: {
    what: 'Bir yazını bu hazne bilgen qurulmalardan iç biri imzalamağan.',
    safe: 'Bu yazı qabul etilmedi.',
    next: 'Bu kopiyanı teşkerüv içün saqlañız ve ihtiyat kopiyasını tikleñiz.',
  },
  keys_damaged: {
    what: 'Bazı qaydlarnıñ anahtarları bozulğan.',
    safe: 'Diger qaydlarnıñ öz anahtarları bar, olarğa tiyilmedi.',
    next: 'Eñ yañı ihtiyat kopiyasını yañı papkağa tikleñiz.',
  },
  key_file_damaged: {
    what: 'Bu anahtar faylı bozulğan.',
    safe: 'Hazne bütün; iç bir şey deñiştirilmedi.',
    next: 'Anahtar faylınıñ başqa kopiyasını saylañız ya da hazneni parol ibaresi yahut tiklev kodu ile açıñız.',
  },
  wrong_key_file: {
    what: 'Bu anahtar faylı bu hazneni açmay.',
    safe: 'Hazne de, anahtar faylı da bütün.',
    next: 'Bu haznege qoşulğan anahtar faylını saylañız; belki o hazneden çıqarılğandır.',
  },
  public_key_damaged: {
    what: 'Bu açıq anahtar tolu degil.',
    safe: 'İç bir şey deñiştirilmedi.',
    next: 'Onı tekrar, “emanet-key1” sözünden soñuna qadar, iç bir şey qaldırmayıp kopiyalañız.',
  },
  wrong_key_file_passphrase: {
    what: 'Bu parol ibaresi anahtar faylını açmay.',
    safe: 'Hazne de, anahtar faylı da bütün.',
    next: 'Anahtar faylınıñ öz parol ibaresi bar, o hazneniñki degil. Caps Lock tüymesini ve klaviatura tertibini teşkeriñiz, soñra tekrarlap baqıñız.',
  },
  not_a_key_file: {
    what: 'Bu fayl anahtar faylı degil.',
    safe: 'İç bir şey deñiştirilmedi.',
    next: 'Adı “.emanet-key” ile bitken faylnı saylañız.',
  },
  object_damaged: {
    what: 'Bu delil faylı diskte bozulğan.',
    safe: 'Bozuq baytlar kösterilmedi. Onıñ qaydı ve SHA-256 sayısı bütün.',
    next: 'Onı ihtiyat kopiyasından tikleñiz.',
  },
  object_missing: {
    what: 'Bu delil faylı diskte yoq.',
    safe: 'Onıñ qaydı ve SHA-256 sayısı bütün.',
    next: 'Onı ihtiyat kopiyasından tikleñiz.',
  },
  object_truncated: {
    what: 'Bu delil faylınıñ soñu yoq.',
    safe: 'Eksiklik belli oldı; tolu olmağan iç bir şey asıl dep kösterilmedi.',
    next: 'Onı ihtiyat kopiyasından tikleñiz.',
  },
  file_changed_while_read: {
    what: 'Fayl oqulğanda onı başqa programma deñiştirdi.',
    safe: 'Haznege iç bir şey qoşulmadı, demek yarısı deñişken fayl delil sayılmaycaq.',
    next: 'Başqa programmanı qapatıñız ve faylnı tekrar qoşuñız.',
  },
  file_unreadable: {
    what: 'Faylnı oqumaq mümkün olmadı.',
    safe: 'Haznege iç bir şey qoşulmadı.',
    next: 'Fayl daa barmı ve onı açmağa aqqıñız barmı, teşkeriñiz.',
  },
  bad_file_name: {
    what: 'Faylnıñ adını saqlamaq mümkün degil.',
    safe: 'Haznege iç bir şey qoşulmadı.',
    next: 'Faylğa adiy ad beriñiz ve onı tekrar qoşuñız.',
  },
  too_large: {
    what: 'Bu, hazne alıp olacağından büyük.',
    safe: 'İç bir şey deñiştirilmedi.',
    next: 'Onı kiçik qısımlarğa böliñiz.',
  },
  read_only: {
    what: 'Bu papkağa yazmaq mümkün degil.',
    safe: 'İç bir şey deñiştirilmedi.',
    next: 'Disk yazuvdan qorçalanğanmı, teşkeriñiz ya da başqa papka saylañız.',
  },
  disk_full: {
    what: 'Disk tolu.',
    safe: 'Evelce saqlanğan er şey bütün. Bu soñki deñiştirme saqlanmadı.',
    next: 'Diskte yer açıñız ve tekrarlap baqıñız; yazğanıñız alâ daa mında.',
  },
  io_failed: {
    what: 'Disk cevap bermedi.',
    safe: 'Evelce saqlanğan er şey bütün.',
    next: 'Disk ya da fleşka bağlanğanmı, teşkeriñiz, soñra tekrarlap baqıñız.',
  },
  cancelled: {
    what: 'Toqtatıldı.',
    safe: 'İç bir şey yarım qalmadı.',
    next: 'İstegen vaqtıñızda yañıdan başlay bilesiñiz.',
  },
  out_of_memory: {
    what: 'Bu kompyuterde buña yeterli boş hafıza yoq.',
    safe: 'İç bir şey deñiştirilmedi.',
    next: 'Diger programmalarnı qapatıñız ve tekrarlap baqıñız.',
  },
  file_exists: {
    what: 'Böyle adlı fayl endi bar.',
    safe: 'Onıñ üstüne yazılmadı.',
    next: 'Başqa ad ya da başqa papka saylañız.',
  },
  busy: {
    what: 'Haznege şimdi bir cedvel yazıla.',
    safe: 'Bundan iç bir şey saqlanmadı; yazğanıñız alâ daa mında.',
    next: 'Bitkenini bekleñiz ya da yazuvnı toqtatıñız, soñra tekrarlap baqıñız.',
  },
  not_found: {
    what: 'Bu qayd yoq.',
    safe: 'İç bir şey deñiştirilmedi.',
    next: 'Cedvelge qaytıñız.',
  },
  erased: {
    what: 'Bu qayd silingen.',
    safe: 'Onıñ anahtarı yoq etilgen; bar olğanı tarihta qala.',
    next: 'Cedvelge qaytıñız.',
  },
  invalid_record: {
    what: 'Bu qaydda bir şey doğru degil.',
    safe: 'İç bir şey saqlanmadı; yazğanıñız alâ daa mında.',
    next: 'İşaretlengen hanelerge baqıñız.',
  },
  conflict: {
    what: 'Siz bu qaydnı deñiştirgende o başqa yerde de deñiştirildi.',
    safe: 'İç bir şeyniñ üstüne yazılmadı; yazğanıñız alâ daa mında.',
    next: 'Yañı versiyağa baqıñız, soñra tekrar saqlañız.',
  },
  custodian_closed: {
    what: 'Şaatlarnıñ şahsiyetleri bulunğan qısım qapalı: onı tek emanetçilerniñ kartları ya da ekinci parol ibaresi aça.',
    safe: 'İç bir şey deñiştirilmedi ve iç bir şahsiyet oqulmadı.',
    next: 'Sebebini yazıp qısımnı açıñız, soñra tekrarlap baqıñız.',
  },
  import_unreadable: {
    what: 'Bu faylnı tablitsa olaraq oqumaq mümkün olmadı.',
    safe: 'İç bir şey import etilmedi.',
    next: 'Onı CSV ya da XLSX olaraq saqlañız ve tekrarlap baqıñız.',
  },
  import_no_columns: {
    what: 'Bu tablitsada programma bilgen adlı bir sutun bile yoq.',
    safe: 'İç bir şey import etilmedi.',
    next: 'Birinci satırda sutunlarnıñ adlarını yazıñız.',
  },
  import_encoding_unknown: {
    what: 'Bu faylnıñ ariflerini oqumaq mümkün olmadı: programma böyle kodlamanı bilmey.',
    safe: 'İç bir şey import etilmedi, demek mansız bir şey saqlanmadı.',
    next: 'Onı “CSV UTF-8” ya da XLSX olaraq saqlañız ve tekrarlap baqıñız.',
  },
  import_encrypted: {
    what: 'Bu tablitsa kitabı parolnen qorçalanğan.',
    safe: 'İç bir şey import etilmedi.',
    next: 'Onı tablitsa programmasında açıñız, parolni alıp taşlañız, kopiyasını saqlañız ve onı import etiñiz. Soñra kopiyanı yoq etiñiz.',
  },
  import_damaged: {
    what: 'Bu tablitsa kitabı bozulğan.',
    safe: 'İç bir şey, atta oqulğan satırlar da import etilmedi.',
    next: 'Onı tablitsa programmasında açıñız, faylnı tüzetsin, yañıdan saqlañız ve tekrarlap baqıñız.',
  },
  dossier_refused: {
    what: 'Bu dosyeni şimdiki alında bermek mümkün degil.',
    safe: 'İç bir fayl yazılmadı.',
    next: 'Ne yetişmegenine baqıp çıquv yanında baqıñız.',
  },
  dossier_leak: {
    what: 'Metinde qorçalanğan adamnıñ adı bar.',
    safe: 'İç bir fayl yazılmadı, demek hazneden iç bir şey çıqmadı.',
    next: 'Onı işaretlengen haneden çıqarıñız ve metinni tekrar baqıp çıqıñız.',
  },
  table_refused: {
    what: 'Bu cedvelni şimdiki alında çıqarmaq mümkün degil.',
    safe: 'İç bir fayl yazılmadı.',
    next: 'Oquycaqlarğa ondan iç bir şey ya da birisiniñ anda ne içün olğanını bilmek mümkün degil, yaki hazneniñ bir qısmı oqulmadı. Qaysı ekenine baqıp çıquv yanında baqıñız.',
  },
  table_leak: {
    what: 'Bu cedvelde qorçalanğan bir şey bar: bir ad, bir kod adı yaki bir adres.',
    safe: 'İç bir fayl yazılmadı, demek hazneden iç bir şey çıqmadı.',
    next: 'Angi qaydda ve angi serlevha astında ekenine aşağıda baqıñız, anda çıqarıñız ve cedvelni tekrar baqıp çıqıñız.',
  },
  not_a_backup: {
    what: 'Bu papka ihtiyat kopiyası degil.',
    safe: 'İç bir şey deñiştirilmedi.',
    next: 'İhtiyat kopiyasını yapqanda saylağan papkañıznı saylañız.',
  },
  backup_damaged: {
    what: 'Bu ihtiyat kopiyası bozulğan.',
    safe: 'Bu, hazneñizge tesir etmey.',
    next: 'Başqa diskte yañı ihtiyat kopiyası yapıñız, bunı ise qurtaruv içün saqlañız.',
  },
  backup_of_other_vault: {
    what: 'Bu papkada başqa hazneniñ ihtiyat kopiyası bar.',
    safe: 'Ekisi de deñiştirilmedi.',
    next: 'Bu hazneniñ ihtiyat kopiyası içün başqa papka saylañız.',
  },
  target_not_empty: {
    what: 'Saylanğan papka boş degil.',
    safe: 'İçinde iç bir şeyniñ üstüne yazılmadı.',
    next: 'Boş papka saylañız.',
  },
  card_damaged: {
    what: 'Bu kartnı oqumaq mümkün degil: bir söz yañlış, yetişmey ya da başqa yerde.',
    safe: 'İç bir şey deñiştirilmedi, bu diger kartlarğa tesir etmey.',
    next: 'Er sözni kart ile teñeştiriñiz ya da onıñ kare kodunı oqutıñız.',
  },
  card_of_other_vault: {
    what: 'Bu kart başqa haznege ait.',
    safe: 'İç bir şey deñiştirilmedi.',
    next: 'Karttaki parmaq izini bu hazneniñki ile teñeştiriñiz.',
  },
  card_of_other_set: {
    what: 'Bu kart başqa kart taqımına ait.',
    safe: 'İç bir şey deñiştirilmedi.',
    next: 'Aynı künü yapılğan kartlarnı qullanıñız; eski taqım yerine yañısı yapılğan ola bile.',
  },
  card_not_genuine: {
    what: 'Bu kart yahşı oqula, amma o berilgen kartnıñ özü degil.',
    safe: 'İç bir şey deñiştirilmedi, onıñnen iç bir şey açılmadı.',
    next: 'Onı teşkerüv içün saqlañız, saibinden qaydan kelgenini sorañız ve başqa kartnı qullanıñız.',
  },
  card_repeated: {
    what: 'Aynı kart eki kere berildi.',
    safe: 'İç bir şey deñiştirilmedi.',
    next: 'Başqa nomeralı kartnı beriñiz.',
  },
  cards_too_few: {
    what: 'Kartlar daa yeterli degil.',
    safe: 'Kerek olğandan az kart iç bir şey bildirmey.',
    next: 'Er kartta qaç dane kerek olğanı yazılğan: digerlerini qoşuñız.',
  },
  bad_input: {
    what: 'Programma bu pencereden kelgen qıymetni qabul etmedi.',
    safe: 'İç bir şey deñiştirilmedi.',
    next: 'Yazğanıñıznı teşkeriñiz. Tekrarlansa, bu programmanıñ hatasıdır.',
  },
  bad_output: {
    what: 'Programma doğru olmağan cevapnı toqtattı.',
    safe: 'İç bir şey deñiştirilmedi.',
    next: 'Bu programmanıñ hatasıdır. Hazneni kilitleñiz ve tekrar açıñız.',
  },
  wrong_lock_state: {
    what: 'Hazne bu alda olğanda bu mümkün degil.',
    safe: 'İç bir şey deñiştirilmedi.',
    next: 'Hazneni açıñız ve tekrarlap baqıñız.',
  },
  forbidden_frame: {
    what: 'Bu pencerege bunı yapmağa ruhset yoq.',
    safe: 'İç bir şey deñiştirilmedi.',
    next: 'Hazneni kilitleñiz ve tekrar açıñız.',
  },
  unknown_call: {
    what: 'Bu pencere programma bilmegen bir şeyni soradı.',
    safe: 'İç bir şey deñiştirilmedi.',
    next: 'Bu programmanıñ hatasıdır. Hazneni kilitleñiz ve tekrar açıñız.',
  },
  usage: {
    what: 'Emir añlaşılmadı.',
    safe: 'İç bir şey deñiştirilmedi.',
    next: 'Emirler cedveline baqıñız.',
  },
  internal: {
    what: 'Programma hata yaptı.',
    safe: 'Evelce saqlanğan er şey bütün.',
    next: 'Hazneni kilitleñiz ve tekrar açıñız. Saqlanğan şeyler yerinde olacaq.',
  },
}
