import type { PageWords } from './page-words';

/** Turkish. */
export const tr: PageWords = {
  share: ['paylaş', 'paylaşın'],
  shared: [
    ...['haberi', 'bu', 'haber', 'da', 'de', 'üzerinden', 'sayfayı'],
    ...['yazıyı', 'ile', 'arkadaşlarınla', 'makaleyi'],
  ],
  networks: [
    ...['facebook', 'twitter', 'bağlantıyı', 'kopyala', 'yazdır', 'e'],
    ...['posta', 'kaydet', 'linki', 'google', 'news'],
  ],
  commentVerbs: ['bir', 'yorum'],
  commentNouns: ['yorum', 'yap', 'yazın', 'yaz', 'cevap', 'ekle', 'yorumu'],
  commentFillers: ['bir', 'cevap', 'ilk', 'siz', 'sen', 'yazın', 'habere'],
  commentLines: ['yorum yap', 'yorumu gönder', 'cevabı iptal et', 'yorumlar kapalı'],
  comments: ['yorumlar', 'yorum'],
  noticeTopics: ['posta', 'alanlar', 'adım', 'hesabınız'],
  noticeWords: [
    ...['e', 'adresiniz', 'yayınlanmayacak', 'yayımlanmayacak', 'gerekli'],
    ...['zorunlu', 'ile', 'işaretlenmişlerdir', 'işaretlenmiştir', 'bir'],
    ...['dahaki', 'sefere', 'yorum', 'yaptığımda', 'kullanılmak', 'üzere'],
    ...['mı', 've', 'adresimi', 'web', 'site', 'bu', 'tarayıcıya'],
    ...['kaydet'],
  ],
  anywhere: [
    ...['reklam', 'içeriğe geç', 'haberi dinle', 'ilan'],
    ...['sponsorlu içerik', 'reklamı geç', 'reklam alanı', 'abone ol'],
    ...['haberin devamı', 'reklamdan sonra devam ediyor', 'yazı boyutu'],
    ...['haberi paylaş', 'devamını oku', 'google news abone ol'],
    ...['sonraki haber', 'önceki haber'],
  ],
  imageMarks: ['fotoğrafı büyüt', 'görseli büyüt'],
  related: [
    ...['ilgili haberler', 'benzer haberler', 'ilginizi çekebilir'],
    ...['bunlar da ilginizi çekebilir', 'çok okunanlar'],
    ...['en çok okunanlar', 'önerilen haberler', 'son haberler'],
    ...['diğer haberler', 'ayrıca oku', 'bunu da oku', 'daha fazla haber'],
    ...['ilgili konular', 'bakmadan geçme', 'etiketler', 'haberle ilgili'],
    ...['sıradaki haber'],
  ],
  topics: ['etiketler', 'ilgili konular'],
  edges: [
    ...['anasayfa', 'ana sayfa', 'menü', 'ara', 'giriş yap', 'üye ol'],
    ...['etiketler', 'bülten', 'künye', 'iletişim', 'canlı', 'son dakika'],
    ...['tümü', 'takip et', 'bizi takip edin', 'gizlilik politikası'],
    ...['haberler', 'tüm hakları saklıdır', 'reklam ver'],
  ],
  sections: [
    ...['gündem', 'ekonomi', 'spor', 'dünya', 'siyaset', 'kültür', 'sanat'],
    ...['kültür sanat', 'sağlık', 'eğitim', 'teknoloji', 'magazin'],
    ...['yaşam', 'güncel', 'yerel', 'türkiye', 'politika', 'bilim'],
    ...['turizm', 'çevre', 'finans', 'asayiş', 'futbol', 'otomobil'],
  ],
  reserved: ['saklıdır'],
  rights: ['tüm', 'hakları', 'saklıdır', 'telif', 'hakkı'],
  beginnings: [
    ...['e-posta hesabınız', 'e-posta adresiniz', 'gerekli alanlar'],
    ...['tüm hakları', 'abone olun'],
  ],
  by: ['yazan', 'haber', 'muhabir'],
  wrote: ['yazan'],
  writerLabels: ['yazan', 'yazar', 'muhabir', 'haber', 'editör'],
  desks: [
    ...['haber merkezi', 'aa', 'dha', 'iha', 'dış haberler servisi'],
    ...['dış haberler', 'istihbarat servisi', 'ekonomi servisi'],
    ...['ajanslar'],
  ],
  dateWords: [
    ...['yayınlanma', 'tarihi', 'güncelleme', 'güncellenme', 'son'],
    ...['giriş', 'oluşturulma', 'tarih', 'saat', 'yayın', 'yayınlandı'],
    ...['güncellendi', 'eklenme', 'da', 'de', 'ts', 'eklendi'],
  ],
  dateLabels: [
    ...['yayınlanma', 'güncelleme', 'güncellenme', 'giriş', 'oluşturulma'],
    ...['yayın', 'güncellendi', 'yayınlandı', 'eklenme'],
  ],
  ago: ['önce'],
  agoUnits: [
    ...['saniye', 'dakika', 'saat', 'gün', 'hafta', 'ay', 'yıl', 'bir'],
    ...['yaklaşık', 'dk', 'az'],
  ],
  changeLabels: ['güncelleme', 'güncellenme', 'güncellendi'],
};
