/** What scripts/charsets.mjs adds to the declaration's words, from general knowledge of the languages. */

/** Letters that a language uses and its declaration lacks, or has so seldom that chance decides. */
export const MORE_LETTERS = {
  be: 'ґ',
  ca: 'üà',
  cs: 'óúďťň',
  cy: 'ŵŷêîûôâïöëäẁẃ',
  da: 'é',
  de: 'é',
  el: 'ΐΰϋϊ',
  en: 'éè',
  es: 'ü',
  et: 'šž',
  eu: 'ñ',
  fi: 'åšž',
  fr: 'çëîïœüæùâ',
  ga: 'áéíóú',
  gl: 'üï',
  hr: 'đ',
  is: 'ýúé',
  it: 'éìíóò',
  lt: 'ųū',
  lv: 'ģķžļ',
  mt: 'àèìò',
  nl: 'éèêïöüó',
  no: 'éòôóè',
  pl: 'źń',
  pt: 'üàèô',
  ro: 'î',
  ru: 'ё',
  se: 'áčđŋšŧž',
  sk: 'äĺŕóôňľ',
  sl: 'ćđ',
  sq: 'ëç',
  sv: 'éàü',
  tr: 'âîû',
  uk: 'ґ',
  he: '\u05b0\u05b4\u05b5\u05b6\u05b7\u05b8\u05b9\u05bc',
  ar: '\u0640\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0622',
  fa: '\u067e\u0686\u0698\u06a9\u06af',
  ur: '\u0679\u067e\u0686\u0688\u0691\u0698\u06a9\u06af\u06ba\u06be\u06c1\u06d2',
  th: '\u0e03\u0e05\u0e06\u0e09\u0e0c\u0e0d\u0e0e\u0e0f\u0e11\u0e12\u0e13\u0e2c\u0e2e\u0e2f\u0e3a\u0e45\u0e46\u0e47\u0e4a\u0e4b\u0e4c',
  vi: 'ãõìòèỳ',
};
/** Everyday words that the declaration has no use for, chosen for their letters beyond ASCII. */
export const MORE_WORDS = {
  en: 'café naïve résumé fiancée cliché façade protégé née décor élite rosé señor jalapeño über façades cafés entrée exposé fête',
  de:
    'für über können würde größe straße müssen schön während später natürlich möchte fünf zwölf früh tür mädchen bürger ' +
    'größte höhe länger wäre hätte dürfen grün süß heiß weiß groß spaß fuß außerdem schließlich lässt käufer bäume häuser ' +
    'öffentlich österreich übrigens ärzte ähnlich öl jährlich zurück stück glück brücke münchen köln düsseldorf nürnberg café',
  fr:
    'être même après très où là déjà été année années première père mère frère français française ça leçon garçon reçu ' +
    'façon œuvre cœur sœur œil bœuf vœu œufs nœud île maître connaître août goûter coûter sûr dû naïf noël haïr maïs ' +
    'hôtel hôpital côté tôt bientôt drôle rôle fête forêt tête prêt arrêt intérêt évêque élève élèves président ' +
    'médecin équipe région européen européenne problème système modèle siècle derrière lumière manière où à voilà réalité ' +
    'société télévision journée soirée arrivée idée musée lycée pâte château gâteau âge câble dégât bâtiment théâtre ' +
    'événement préféré général février décembre numéro métro québec genève également déclaré annoncé plutôt aéroport égypte',
  es:
    'año años español española mañana señor señora niño niña niños pequeño pequeña montaña campaña compañía sueño enseñar ' +
    'dueño otoño baño tamaño daño añadir añadió extraño cañón también más después según así aquí allí ahí país día días ' +
    'policía energía economía tecnología había tenía podía quería gobierno número último última público política político ' +
    'música médico jóvenes fútbol país millón nación canción razón corazón avión camión jamón región situación información ' +
    'está están será habrá él sí tú qué cómo cuándo dónde quién cuál por qué sólo árbol fácil difícil útil débil lápiz ' +
    'habló dijo llegó pasó murió salió vivió cayó nació ganó perdió pidió agregó explicó señaló afirmó pingüino vergüenza',
  pt:
    'não são então também até já só é está você três mês país água história notícia polícia política público último ' +
    'próximo possível difícil fácil região nação situação informação educação ação ações pão mão irmão irmã manhã amanhã ' +
    'coração avião milhão milhões opiniões põe português portuguesa inglês francês três câmara câmera ângulo ' +
    'área época técnica econômico número ônibus pôr avó avô bebê à às àquela será terá poderá fará começou preço força ' +
    'França criança crianças presença segurança mudança doença cabeça serviço espaço praça coração janeiro março sexta',
  it:
    'è perché più già può però così città università libertà verità qualità possibilità attività società realtà là ' +
    'lì sì né giù laggiù ciò finché poiché benché affinché sarà farà potrà dovrà verrà dirà avrà andrà lunedì martedì ' +
    'mercoledì giovedì venerdì caffè tè metà età felicità novità ventitré gioventù virtù tribù menù perciò andò parlò ' +
    'arrivò passò mostrò portò trovò cominciò lasciò pagò è è è',
  nl:
    'één coördinatie financiële officiële België Belgische ideeën zeeën knieën reünie café voor vóór privé drieën ' +
    'geïnteresseerd beïnvloeden zoölogie coöperatie ruïne naïef cliché oriëntatie efficiënt patiënt cliënt Israël Haïti hé',
  da:
    'på så når år også både få må går står år måned åben år første følge søn søndag bør før høj øl større børn død sø ' +
    'være været læse næste læge æble æg mænd længe række pæn træ én idé allé fødselsdag københavn gæld køkken løb brød ' +
    'kører dør død nødt rød grøn sønder jylland århus ålborg ånd blå grå hår vår spørgsmål',
  sv:
    'för är på så då också måste från år när här där någon något några två åtta både få går står mål språk många många ' +
    'över även än ända äta kött öl höger vänster först större hög hör köpa öppen göra gör söndag lördag måndag fråga svår ' +
    'människor väg väl män tänka bättre älskar känna säger nästa flera år står båt sjö ö Göteborg Malmö Örebro skåne idé kafé',
  no:
    'på så når år også både få må går står måned åpen første følge sønn søndag bør før høy øl større død sjø være vært ' +
    'lese næring nær æ mål språk blå grå vår spørsmål rød grønn gjøre gjør kjøpe øst sør nødt møte Tromsø Ålesund én idé fôr',
  fi:
    'että mitä tämä hän nyt vielä myös sekä älä äiti isä päivä vuosi tänään työ yö hyvä pää pöytä käyttää näyttää ' +
    'mennä täällä siellä miljoonaa kesä kevät syksy talvella järvi metsä käsi jäädä lähteä pitää sää väri nähdä tietää ääni ' +
    'lähes pitkä vähän enemmän Jyväskylä Åbo Åland shakki šakki',
  is:
    'það þetta þegar þeir þær ég við að eða með maður já nú þá svo góður dóttir sonur bær vatn fjörður höfn ísland ' +
    'reykjavík öld fólk sól ár ára síðan segir sagði verður væri gæti þú þinn ætla læra bæði næst börn sjór snjór býr nýr',
  ca:
    'és això però més perquè què també allà així aquí català català país dia únic fàcil difícil història llengua ' +
    'qüestió aigües veí raïm força plaça començar feliç braç estació nació informació opinió avió camió mà demà pà là ' +
    'està serà farà tindrà podrà són només després exèrcit època música públic política número últim darrer à',
  gl: 'máis tamén despois así aquí alí está están será país año non é só ano niña español galego avó avoa información nación',
  ga: 'agus tá sé sí é í mé tú bhí níl gach lá bliain fáilte éire gaeilge múinteoir scéal áit óg mór tógáil eolaí cén',
  sq: 'është për një të që në më së dhe kjo çdo çfarë shqipëri shqipëria jetë gjithë shumë pas ditë vjet njëzet çmim',
  et:
    'õhtu öö ütles töö või kõik väga hea üks mõni küll päev täna õppima õpetaja võib jää järgmine sõna kõne jõgi põld ' +
    'külm süda tüdruk öelda ööbik äri ära üle üles šokolaad žanr šampoon žürii eestis šeff Mõõdukas',
  lt:
    'žmonės gyvenimas šalis šiandien metų metai ačiū labai būti yra buvo žinoti čia ką ką taip į iš už prieš tačiau ' +
    'lietuvių žodis mėnuo pėsčiųjų pradžia dėl sąjunga grįžti įmonė ūkis ėmė vėl gražus mažas šešių savaitę šį šią jūs',
  lv:
    'cilvēki dzīve šodien gads gadā kā nē jā tā šis šī arī vēl kāpēc ļoti labi būt pēc pār līdz bērns māja zeme ūdens ' +
    'vārds mēnesis nedēļa ceļš valsts tēvs māte brālis māsa ņemt ķirsis ģimene žēl četri ziņa ziņas kļūt mūsu jūs Rīga',
  pl:
    'się że jest są być był był może już też tylko można które który która będzie więc jeśli także ponieważ życie ' +
    'człowiek ludzi dzień miesiąc rok rządu część wszystko między przez został dziś jeszcze wciąż książka ręka rękę ' +
    'kobieta mężczyzna żona dziecko dźwięk źle źródło późno łódź kraków poznań gdańsk wrocław święta śmierć śnieg ' +
    'ćwiczenie sześć pięć dziewięć dziesięć pieniądze mówi powiedział chciał mógł żeby gdyż mąż wąż gęś jaźń żółty',
  cs:
    'že být není už však když také více může jeho její které který která bude jsem jsou před při podle řekl říká ' +
    'člověk lidí život den týden měsíc rok město česká čeština země vláda děti dítě žena muž středa čtvrtek pátek ' +
    'příští první druhý třetí čtvrtý pět šest devět deset tisíc věc věci dům stůl kůň můj svůj důvod úřad území ústav ' +
    'něco někdo ještě další žádný proč jak tak dnes včera zítra hřiště ťuk ďábel loď síť déšť plzeň kámen nůž růže',
  sk:
    'že byť nie je už však keď tiež viac môže jeho ktorý ktorá bude som sú pred pri podľa povedal človek ľudia život ' +
    'deň týždeň mesiac rok mesto slovenčina vláda deti dieťa žena muž štvrtok piatok ďalší prvý druhý tretí štyri päť ' +
    'šesť deväť desať tisíc vec dôvod úrad územie niečo ešte žiadny prečo dnes včera zajtra kôň stôl vôňa vŕba mäso dĺžka ľad',
  hu:
    'és hogy nem is már még csak meg lesz volt vagy több nagyon ember élet év nap idő ország magyar város gyerek ' +
    'férfi nő első második három négy öt hét nyolc tíz száz ezer szerint között előtt után ő őket úgy így után mögött ' +
    'könyv kérdés válasz kör föld tűz víz üzlet ügy rendőr bűn mű műsor gyűlés szürke zöld vörös kék fehér őszi űr űrhajó jövő nő',
  sl:
    'če že še kaj kako več bi bil bilo lahko tudi ali pri življenje človek ljudje dan teden mesec leto država ' +
    'slovenija ženska moški otrok hiša šola cesta noč čas beseda knjiga božič svež širok žival češka šest prišel rekel ' +
    'vprašal sprašuje pišejo iščejo najboljši sošolci naš vaš naše uspešno ministrstvo začel začetek končno končal',
  hr:
    'što će već još više može biti bio bila koji koja među prije također život čovjek ljudi dan tjedan mjesec godina ' +
    'hrvatska žena muškarac dijete kuća škola cesta noć riječ knjiga božić svjež širok životinja šest došao rekao priča ' +
    'đak međutim događaj rođen vođa grad građani također naš vaš naše uspješno počeo početak konačno zašto ništa nešto',
  ro:
    'și şi în că să nu mai este sunt fost după până fără când cât decât această acest viaţă oameni zi lună an ţară ' +
    'românia română oraş copii femeie bărbat întâi doi trei şapte şase zece mâine mână pâine câine câmp sfârşit ' +
    'înainte însă către înţelege început poliţia preşedinte guvernul bucureşti iaşi timişoara ştiri ştie aşa uşă maşină piaţă',
  tr:
    'için çok daha değil gibi olarak ancak şu şimdi öyle böyle nasıl çünkü üç dört altı yıl gün ay saat kadın erkek ' +
    'çocuk iş güç büyük küçük yeni eski ülke şehir türkiye türkçe dünya hükümet başkan başbakan açıkladı söyledi dedi ' +
    'oldu olduğu olduğunu yapılan yapıldı şirket müdür öğretmen öğrenci eğitim sağlık doğru değişik güzel kötü soğuk sıcak ' +
    'ağaç dağ yağmur ışık ısı ılık sınır sıra kız kış altın içinde dışında başka karşı şey kâr hâlâ işçi kapı',
  th:
    'และ ของ ที่ การ เป็น ใน มี ไม่ ได้ ว่า จะ ให้ กับ ความ คน นี้ ก็ มา ไป แต่ จาก โดย แล้ว หรือ อยู่ ต้อง ถึง เมื่อ ซึ่ง ยัง กัน ' +
    'เรา เขา ผู้ หนึ่ง วัน ปี บ้าน เมือง ประเทศไทย รัฐบาล ตำรวจ นายก พรุ่งนี้ วันนี้ เมื่อวาน ลม ฝน น้ำ ทะเล ร้อน หนาว ตก แรง ' +
    'ข้าว ปลา กิน ซื้อ ขาย ราคา บาท รถ ถนน เรือ เครื่องบิน โรงเรียน ครู นักเรียน หนังสือ ข่าว ชั่วโมง เดือน ใหม่ เก่า ใหญ่ เล็ก ดี ' +
    'สวย รัก เพื่อน พี่ น้อง พ่อ แม่ ลูก ผม ฉัน คุณ อะไร ทำไม ที่ไหน เมื่อไร อย่างไร เพราะ ถ้า เลย มาก น้อย ทั้ง หมด ทุก',
  cy: 'tŷ dŵr llŷr cŵn sŵn gŵr bûm mân tân sêr ffŵl iâ ŷd gŷr môr côr dyn dŵr tŷ cŵl hŷn ynglŷn Rhŷs ŵyr llên tôn pêl glân',
  mt:
    'għal ħafna dan din għandu għandha żgħir ġdid ġurnata ċentru ċavetta oħra ħadd ħaġa aħħar fuq mingħajr skont għax żmien ' +
    'ġiet ġara iċ-ċittadin kuntratt għalhekk magħruf imħallef ħabs żiemel il-ġimgħa xogħol mhux qalbhom tagħna tagħhom',
  eo:
    'ĉi tiu ĉar ĝi ĝis ĵus ŝi aŭ ankaŭ antaŭ laŭ hodiaŭ hieraŭ morgaŭ preskaŭ ĉiuj ĉio ĉe ŝajnas ŝtato ĵurnalo ' +
    'manĝi eĉ iĝi ĝoja ŝipo ŝati ĉevalo ĥoro eĥo poŝto naĝi loĝi seĝo aĝo paĝo ĉambro ŝuo reĝo eŭropo aŭtuno aŭto',
};
