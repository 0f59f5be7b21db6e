/**
 * The few words metadata looks for itself; they are found by the hash of the folded line, so no line becomes a string.
 */
import type { Document } from '../core/types.ts';
import { scanText } from '../text/scan.ts';

/** Lines that head a part of a page, a box or a menu, and are no article's title. */
const LABELS: readonly string[] = [
  'table of contents|contents|in this article|on this page|share|share this|share this article|share this post',
  'share on|print|email|save|menu|main menu|navigation',
  'search|search for|search results|home|home page|homepage|about|about us|contact|contact us|blog|news',
  'latest news|articles|article|comments|leave a comment|leave a reply',
  'related|related articles|related posts|related stories|related content|read more|more|more news|more stories',
  'most read|most popular|trending|popular|recent posts',
  'subscribe|subscribe now|newsletter|newsletters|sign up|sign in|log in|login|register|my account|account|cart',
  'your cart|advertisement|advertising|sponsored',
  'summary|introduction|overview|abstract|key takeaways|key points|highlights|at a glance|description|details',
  'product description|specifications|features|reviews',
  'faq|faqs|frequently asked questions|references|sources|notes|categories|category|tags|topics|archives',
  'blog archive|skip to content|skip to main content',
  'author|author of the article|written by|about the author|published|updated|last updated|date|privacy policy',
  'terms of use|cookie policy|follow us|next|previous|close|back',
  'inhalt|inhaltsverzeichnis|teilen|drucken|kommentare|startseite|suche|suchen|anmelden|abonnieren|werbung',
  'anzeige|mehr|zum inhalt|zum thema|hinweis|kontakt|impressum',
  'sommaire|partager|imprimer|commentaires|accueil|recherche|rechercher|connexion|publicité|lire aussi',
  'menu principal|contact',
  'compartir|imprimir|comentarios|inicio|buscar|iniciar sesión|publicidad|noticias|indice|condividi|stampa',
  'commenti|cerca|accedi|pubblicità|ricerca',
  'compartilhar|comentários|início|publicidade|pesquisar|delen|reacties|zoeken|inloggen|advertentie|udostępnij',
  'komentarze|szukaj|zaloguj|reklama',
  'поделиться|комментарии|главная|поиск|войти|реклама|меню|目录|首页|分享|评论|搜索|登录|广告|シェア|コメント|ホーム|検索|ログイン|공유|댓글|검색|로그인',
];

const LABEL_HASHES: ReadonlySet<number> = new Set(scanText(LABELS.join('|').replaceAll('|', '\n')).lines.hashLow);
const LONGEST_LABEL_WORDS = 6;

/** True if the line is one of the labels, whatever its case and signs. */
export function isLabelLine({ lines }: Document, at: number): boolean {
  const words = (lines.word[at + 1] as number) - (lines.word[at] as number);
  return words > 0 && words <= LONGEST_LABEL_WORDS && LABEL_HASHES.has(lines.hashLow[at] as number);
}
