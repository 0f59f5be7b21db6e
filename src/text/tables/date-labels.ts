/** Words that stand beside a date and say what it is the date of. Compared without case and accents. */

/** The day the article appeared. */
export const PUBLISHED_WORDS: string =
  'published publish publishing publication posted post created issued ' + // en
  'veröffentlicht veröffentlichung erschienen erstellt publiziert online seit ' + // de
  'publié publiée publie paru parution mis ligne création ' + // fr
  'publicado publicada publicación publicación creado ' + // es
  'pubblicato pubblicata pubblicazione ' + // it
  'publicada publicação postado criado ' + // pt
  'gepubliceerd publicatie publicatiedatum geplaatst verschenen ' + // nl
  'opublikowano opublikowane opublikowany publikacja publikacji dodano utworzono ' + // pl
  'опубликовано опубликован опубликована публикации публикация размещено добавлено ' + // ru
  'publicerad publicerat publicerades publicering ' + // sv
  'udgivet publiceret offentliggjort publisert lagt ut ' + // da no
  'julkaistu julkaisu ' + // fi
  'publikováno vydáno zveřejněno zverejnené ' + // cs sk
  'közzétéve megjelent publikálva publicat publicată yayınlanma yayımlanma yayın yayınlandı giriş oluşturulma ' + // hu ro tr
  'δημοσιεύτηκε δημοσιεύθηκε δημοσίευση δημοσίευσης опубліковано опублікована diterbitkan dipublikasikan publicat '; // el uk id ca

/** The day it was last changed. */
export const UPDATED_WORDS: string =
  'updated update upd modified revised edited amended refreshed ' +
  'aktualisiert aktualisierung aktualisierte stand geändert bearbeitet überarbeitet ' +
  'jour modifié modifiée actualisé actualisée màj maj ' +
  'actualizado actualizada actualización modificado ' +
  'aggiornato aggiornata aggiornamento modificato ' +
  'atualizado atualizada atualização ' +
  'bijgewerkt gewijzigd laatst ' +
  'zaktualizowano aktualizacja aktualizacji ' +
  'обновлено обновлен обновление изменено изменен ' +
  'uppdaterad uppdaterat ändrad opdateret ændret oppdatert endret ' +
  'päivitetty muokattu ' +
  'aktualizováno aktualizované upraveno ' +
  'frissítve frissült módosítva actualizat actualizată modificat güncelleme güncellenme güncellendi ' +
  'ενημέρωση ενημερώθηκε τροποποίηση оновлено diperbarui actualitzat ';

/** Words that belong to such a label and decide nothing: `Page last updated at`, `Datum:`, `mis en ligne le`. */
export const LABEL_FILLERS: string =
  'page article story blog entry news item last first originally original date dated datum datums time ' +
  'datetime on at as of since the was this ' +
  'zuletzt letzte am um vom der artikel uhrzeit ' +
  'le la à a les mise dernière derniere en ' +
  'el fecha hora última ultima última vez ' +
  'il data ora alle ore ultimo ultima ' +
  'em às última hora de do da ' +
  'op om het laatste datum ' +
  'dnia o godz godzina ostatnia data w ' +
  'дата время в последнее ' +
  'den kl klo senast sist siden sidst viimeksi ' +
  'tarih tarihi son saat στις την ώρα час у pada tanggal terakhir ';

/** Two signs of Chinese, Japanese or Korean that mark a label; what else such a label holds is in `LABEL_SIGNS`. */
export const PUBLISHED_PAIRS: readonly string[] = [
  '发布',
  '發布',
  '发表',
  '發表',
  '公開',
  '掲載',
  '投稿',
  '配信',
  '刊登',
  '입력',
  '등록',
  '게시',
  '승인',
  '발행',
];
export const UPDATED_PAIRS: readonly string[] = ['更新', '修改', '수정', '업데이트'];
export const LABEL_SIGNS = '发布發表公開掲載投稿配信刊登更新修改最終后後前于於时時间間日期作成の';
