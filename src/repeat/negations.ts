import { hashWord } from '../text/hash.ts';

/** Words that turn a sentence round. Apostrophes are left out, as the word table leaves them out. */
const NEGATIONS: string =
  'no not never none nobody nothing neither nor without cannot cant wont dont doesnt didnt isnt arent wasnt werent hasnt havent ' +
  'hadnt wouldnt shouldnt couldnt nicht kein keine keinen keinem keiner keines nie niemals niemand nichts ohne ne pas jamais ' +
  'aucun aucune sans rien non no nunca nadie nada sin ning\u00fan ninguna mai nessuno nessuna niente senza n\u00e3o nem ningu\u00e9m sem ' +
  'nenhum nenhuma niet geen nooit niemand niets zonder nie nigdy nikt nic bez \u017caden \u017cadna \u043d\u0435 \u043d\u0435\u0442 \u043d\u0438 ' +
  '\u043d\u0438\u043a\u043e\u0433\u0434\u0430 \u043d\u0438\u043a\u0442\u043e \u043d\u0438\u0447\u0435\u0433\u043e \u0431\u0435\u0437 \u4e0d \u6ca1 \u6c92 \u65e0 \u7121 \u672a \u975e \u5426';

const HASHES: ReadonlySet<number> = new Set(NEGATIONS.split(' ').map(hashWord));

export function isNegation(wordHash: number): boolean {
  return HASHES.has(wordHash);
}
