/**
 * Function words by language: articles, pronouns, prepositions, conjunctions, auxiliaries and the commonest adverbs, never
 * words with a content. Prose is full of them and labels are not, in every language; their share also tells languages apart.
 * A list holds 150 to 260 words, so that coverages compare; where a script has no spaces, a letter is a word and the list is
 * its commonest grammatical letters. Apostrophes are left out as the scanner leaves them out (`dont`, `cest`).
 */
export const STOP_WORDS: Readonly<Record<string, string>> = {
  en:
    'the a an and or but nor so yet if then than as at by for from in into of off on onto out over to up with ' +
    'within without about above across after again against along among around before behind below beneath beside ' +
    'between beyond during except inside near outside since through throughout toward towards under until upon ' +
    'via while i me my mine myself we us our ours ourselves you your yours yourself he him his himself she her ' +
    'hers herself it its itself they them their theirs themselves this that these those who whom whose which what ' +
    'when where why how am is are was were be been being have has had having do does did doing done will would ' +
    'shall should can could may might must ought not no dont doesnt didnt isnt arent wasnt werent hasnt havent ' +
    'hadnt wont wouldnt cant couldnt shouldnt im ive id youre youve hes shes weve theyre theyve thats theres ' +
    'whats lets there here all any both each every either neither few many more most much less least other ' +
    'another some such same own one ones only very too also just even still already always never ever often once ' +
    'now perhaps however though although because unless whether else instead rather almost quite per like ' +
    'everyone someone anyone something nothing everything anything thus therefore',
  de:
    'der die das den dem des ein eine einen einem einer eines kein keine keinen keinem keiner und oder aber denn ' +
    'sondern doch sowie dass daß ob wenn weil als wie wo da damit obwohl während bevor nachdem seit bis falls ' +
    'indem sobald ich mich mir du dich dir er ihn ihm sie ihr es wir uns euch ihnen sich man mein meine meinen ' +
    'meiner dein deine sein seine seinen seinem seiner seines ihre ihren ihrem ihrer ihres unser unsere unseren ' +
    'unserer euer eure dieser diese dieses diesen diesem jener jene jenen jeder jede jedes jeden jedem alle allem ' +
    'allen aller alles viele vielen viel mehr wenig weniger einige einigen etwas nichts andere anderen anderer ' +
    'beide beiden solche welche welcher welches wer was wen wem warum wann in im ins an am ans auf aus bei beim ' +
    'mit nach von vom vor zu zum zur für durch gegen ohne um über unter zwischen hinter neben wegen trotz statt ' +
    'ab bin bist ist sind seid war waren wäre wären gewesen haben habe hat hatte hatten hätte hätten gehabt ' +
    'werden werde wird wurde wurden worden würde würden geworden kann können konnte konnten könnte könnten muss ' +
    'muß müssen musste mussten soll sollen sollte sollten will wollen wollte wollten darf dürfen durfte mag ' +
    'möchte nicht auch nur noch schon so sehr immer nie wieder dann nun jetzt hier dort ja nein bereits etwa zwar ' +
    'jedoch also dabei dazu davon dafür darauf daran daher deshalb selbst mal fast allerdings außerdem zudem',
  fr:
    'le la les l un une des du de d au aux et ou mais donc or ni car que qu qui quoi dont où si comme quand ' +
    'lorsque puisque parce afin tandis je me moi tu te toi il elle on nous vous ils elles lui leur leurs eux se ' +
    'soi y en mon ma mes ton ta tes son sa ses notre nos votre vos ce cet cette ces cela ça celui celle ceux ' +
    'celles ceci quel quelle quels quelles lequel laquelle lesquels lesquelles auquel duquel à dans par pour sur ' +
    'avec sans sous vers chez entre contre depuis pendant avant après dès jusque jusquà malgré selon parmi envers ' +
    'durant hors outre être suis es est sommes êtes sont était étaient été étant sera seront serait seraient soit ' +
    'soient fut furent avoir ai as a avons avez ont avait avaient eu ayant aura auront aurait auraient ait eut ' +
    'faire fait font peut peuvent pouvait pourrait doit doivent devait va vont ne pas plus moins très trop peu ' +
    'bien aussi encore déjà toujours jamais ici là puis alors ainsi même mêmes tout toute tous toutes autre ' +
    'autres aucun aucune chaque plusieurs quelques certains certaines tel telle rien personne souvent surtout ' +
    'enfin ensuite cependant pourtant notamment presque seulement environ plutôt non oui cest cétait nest nétait ' +
    'sest jai jétais quil quils quon quun quune quen dun dune den nont navait sil sils lon daprès dabord lorsquil ' +
    'puisquil lun lune dautres',
  es:
    'el la los las lo un una unos unas y e o u pero sino ni que si como cuando donde porque pues aunque mientras ' +
    'según yo me mí tú te ti él ella ello ellos ellas nosotros nos vosotros os usted ustedes se sí le les mi mis ' +
    'tu tus su sus nuestro nuestra nuestros nuestras este esta esto estos estas ese esa eso esos esas aquel ' +
    'aquella aquello aquellos aquellas quien quienes cual cuales cuyo cuya qué quién cuál cómo cuándo dónde ' +
    'cuánto de del a al en por para con sin sobre entre hasta desde hacia contra tras ante bajo durante mediante ' +
    'ser soy eres es somos son era eran fue fueron sido siendo será serán sería serían sea sean fuera estar está ' +
    'están estaba estaban estuvo estado esté haber he has ha hemos han había habían hubo habrá habría haya hayan ' +
    'hay tener tiene tienen tenía puede pueden podía podría debe deben va van hace no más menos muy mucho mucha ' +
    'muchos muchas poco pocos tan tanto tanta también tampoco ya aún todavía siempre nunca casi sólo solo así ' +
    'bien aquí ahí allí entonces luego después antes ahora hoy además incluso embargo todo toda todos todas otro ' +
    'otra otros otras algún alguno alguna algunos algunas ningún ninguno ninguna nada nadie algo alguien cada ' +
    'cualquier mismo misma mismos mismas ambos tal tales varios varias cerca lejos dentro',
  it:
    'il lo la i gli le l un uno una e ed o od ma né che se come quando dove perché poiché mentre sebbene affinché ' +
    'oppure anzi dunque quindi però io me mi tu te ti lui lei egli ella esso essa noi ci voi vi loro essi esse si ' +
    'sé ne mio mia miei mie tuo tua suo sua suoi sue nostro nostra nostri nostre vostro vostra questo questa ' +
    'questi queste quello quella quelli quelle quel quei quegli ciò chi cui quale quali quanto quanta quanti ' +
    'quante cosa di del dello della dei degli delle dell a al allo alla ai agli alle all da dal dallo dalla dai ' +
    'dagli dalle dall in nel nello nella nei negli nelle nell con col su sul sullo sulla sui sugli sulle sull per ' +
    'tra fra senza contro verso sotto sopra dopo prima durante presso entro oltre secondo essere sono sei è siamo ' +
    'siete era erano stato stata stati state sarà saranno sarebbe sarebbero sia siano fu furono avere ho hai ha ' +
    'abbiamo avete hanno aveva avevano avuto avrà avrebbe abbia abbiano può possono poteva potrebbe deve devono ' +
    'fa va non più meno molto molta molti molte poco tanto troppo anche ancora già sempre mai solo soltanto così ' +
    'poi allora ora adesso oggi qui qua lì là bene quasi invece inoltre tuttavia infatti cioè ogni tutto tutta ' +
    'tutti tutte altro altra altri altre stesso stessa stessi alcuni alcune nessuno nessuna niente nulla qualche ' +
    'qualcosa qualcuno tale tali proprio cè cera cerano unaltra unaltro laltro laltra comè',
  pt:
    'o a os as um uma uns umas e ou mas nem que se como quando onde porque pois embora enquanto conforme caso eu ' +
    'me mim tu te ti ele ela eles elas nós nos vós vos você vocês lhe lhes si meu minha meus minhas teu tua seu ' +
    'sua seus suas nosso nossa nossos nossas este esta estes estas isto esse essa esses essas isso aquele aquela ' +
    'aqueles aquelas aquilo quem qual quais cujo cuja quê de do da dos das em no na nas por pelo pela pelos pelas ' +
    'para ao à aos às com sem sob sobre entre até desde contra após ante perante durante num numa dum duma deste ' +
    'desta destes destas desse dessa disso neste nesta nesse nessa nisso daquele daquela dele dela deles delas ' +
    'nele nela ser sou és é somos são era eram foi foram sido sendo será serão seria seriam seja sejam fosse ' +
    'estar está estão estava estavam esteve estado esteja ter tem têm tinha tinham teve tido terá teria tenha ' +
    'haver há havia houve pode podem podia poderia deve devem vai vão faz não mais menos muito muita muitos ' +
    'muitas pouco poucos tão tanto também ainda já sempre nunca quase só apenas assim bem aqui ali lá então ' +
    'depois antes agora hoje além aliás porém contudo todavia portanto todo toda todos todas tudo outro outra ' +
    'outros outras algum alguma alguns algumas nenhum nenhuma nada ninguém algo alguém cada qualquer mesmo mesma ' +
    'mesmos ambos tal tais vários várias',
  nl:
    'de het een en of maar want dus noch dat die als toen wanneer omdat doordat hoewel terwijl tenzij indien ' +
    'zodat voordat nadat totdat ik mij me mijn jij je jou jouw hij hem zijn zij ze haar wij we ons onze jullie u ' +
    'uw hun hen zich zichzelf elkaar men deze dit welke wie wat waar waarom hoe waarin waarop waarmee waarbij ' +
    'waardoor in op aan van voor met door bij uit over naar tot om te onder tussen tegen zonder sinds tijdens na ' +
    'binnen buiten achter boven naast volgens vanaf via vanwege per ben bent is was waren geweest wees heb hebt ' +
    'heeft hebben had hadden gehad word wordt worden werd werden geworden zal zullen zou zouden kan kunt kunnen ' +
    'kon konden moet moeten moest moesten mag mogen mocht wil willen wilde gaat gaan doet doen niet geen wel ' +
    'niets iets iemand niemand alles alle al alleen ook nog meer meest minder veel vele weinig enkele sommige ' +
    'andere ander anders elk elke ieder iedere iedereen beide zelf zelfs zo zon zoals dan toch nu hier daar er ' +
    'erg heel zeer weer altijd nooit vaak soms eens reeds pas bijna even echter daarom daarna daarmee daarbij ' +
    'daarvan ervan erop erin eraan bovendien ongeveer ooit waarvan waaronder eigenlijk misschien juist steeds ' +
    'samen vooral ja nee t s',
  pl:
    'i a oraz lub albo czy ale lecz jednak zaś że żeby aby by gdy kiedy jeśli jeżeli bo ponieważ gdyż więc zatem ' +
    'dlatego choć chociaż ani ja mnie mi mną ty cię ciebie ci tobie on jego go jemu mu nim ona jej ją nią niej ' +
    'ono my nas nam nami wy was wam oni one ich im nimi nich się siebie sobie sobą mój moja moje mojego mojej ' +
    'twój twoja swój swoja swoje swojej swoich swoim nasz nasza nasze naszej naszych wasz ten ta to tego tej temu ' +
    'tym tą te tych tymi tę tamten tamta tamto taki taka takie takich który która które którego której którym ' +
    'którą których kto kogo komu kim co czego czemu czym jaki jaka jakie jakich jak gdzie skąd dokąd dlaczego ile ' +
    'w we na z ze do od ode po pod nad przed przy przez za o u dla bez między wśród wobec według podczas przeciw ' +
    'oprócz poza około jestem jesteś jest jesteśmy są był była było byli były być będę będzie będą byłby byłoby ' +
    'został została zostało zostały mam ma mają miał miała mieć może mogą można mógł musi trzeba powinien należy ' +
    'nie tak też także również już jeszcze tylko nawet bardzo bardziej najbardziej więcej mniej wiele wielu kilka ' +
    'każdy każda każde wszystko wszyscy wszystkie wszystkich inny inna inne innych sam sama same żaden nic nikt ' +
    'coś ktoś jakiś tu tutaj tam teraz potem zawsze nigdy znowu niż prawie',
  ru:
    'и а но или либо да же ли бы б что чтобы как когда если хотя потому поскольку пока так то тоже также зато ' +
    'однако не ни я меня мне мной ты тебя тебе он его ему им нем него нему она ее её ей нею ней неё оно мы нас ' +
    'нам нами вы вас вам вами они их ими них ними себя себе собой мой моя мое мои моей твой свой своя свое своего ' +
    'своей своих своим свои свою наш наша наше наши наших нашей ваш ваша ваши этот эта это эти этого этой этому ' +
    'этим этом эту этих тот та те того той тому тем том ту тех такой такая такие такого таких который которая ' +
    'которое которые которого которой которых которому которым котором которую кто кого кому кем чего чему чем ' +
    'какой какая какие где куда откуда почему зачем сколько чей в во на с со к ко от ото до по из изо за о об обо ' +
    'у при про для без под над перед между через после против среди вокруг ради кроме вместо около есть был была ' +
    'было были быть буду будет будут может могут можно мог могла нужно надо должен должна должны нельзя нет уже ' +
    'еще ещё только лишь даже очень более менее больше меньше много мало несколько каждый каждая весь вся все всё ' +
    'всех всего всей всем другой другая другие других сам сама сами самый самая самые ничего никто там тут здесь ' +
    'теперь сейчас потом тогда всегда никогда опять вот ведь именно почти раз вообще',
  sv:
    'och eller men utan för så att som om när då eftersom därför medan innan sedan fast än varken både antingen ' +
    'jag mig min mitt mina du dig din ditt dina han honom hans hon henne hennes den det dess vi oss vår vårt våra ' +
    'ni er ert era de dem deras dom sig sin sitt sina man en ett denna detta dessa dens vilken vilket vilka vem ' +
    'vad var vart varför hur vars i på av till från med vid hos mot mellan under över efter före genom kring runt ' +
    'bland inom utanför bakom framför trots enligt längs per åt ur är vara varit blir bli blev blivit har ha hade ' +
    'haft kan kunna kunde kunnat ska skall skulle vill vilja ville måste får få fick bör borde går inte ej icke ' +
    'inga ingen inget något någon några alla allt all varje varandra annan annat andra samma själv själva sådan ' +
    'sådana många mycket mer mest mindre flera flest också även bara redan ännu alltid aldrig ofta ibland här där ' +
    'dit hit nu idag igen just ju väl nog kanske dock däremot alltså dessutom ganska helt lite väldigt ungefär ' +
    'nästan annars ut upp in ner fram bort hem därmed detsamma ja nej vilkas sen',
  da:
    'og eller men for så at som der når da fordi hvis om mens inden før siden end både enten hverken selvom skønt ' +
    'jeg mig min mit mine du dig din dit dine han ham hans hun hende hendes den det dens dets vi os vor vores i ' +
    'jer jeres de dem deres sig sin sit sine man en et denne dette disse hvilken hvilket hvilke hvem hvad hvor ' +
    'hvorfor hvordan hvornår hvorefter på af til fra med ved hos mod mellem under over efter gennem omkring ' +
    'blandt uden bag foran trods ifølge langs pr ad er var været være bliver blive blev blevet har have havde ' +
    'haft kan kunne kunnet skal skulle vil ville villet må måtte bør burde får få fik går ikke ej ingen intet ' +
    'noget nogen nogle alle alt hver hvert hinanden anden andet andre samme selv sådan sådanne mange meget mere ' +
    'mest mindre flere fleste også bare kun allerede endnu altid aldrig ofte her derhen nu igen netop jo vel nok ' +
    'måske dog derimod altså desuden ganske helt lidt temmelig næsten dermed derfor dertil herved ud op ind ned ' +
    'frem bort hjem ja nej stadig samt blot ellers især heller imod derefter',
  no:
    'og eller men for så at som der når da fordi hvis om mens før siden enn både enten verken selv dersom ' +
    'ettersom jeg meg min mitt mine mi du deg din ditt dine han ham hans hun henne hennes den det dens dets vi ' +
    'oss vår vårt våre dere deres de dem seg sin sitt sine si man en et ei denne dette disse hvilken hvilket ' +
    'hvilke hvem hva hvor hvorfor hvordan i på av til fra med ved hos mot mellom under over etter gjennom omkring ' +
    'rundt blant innen uten utenfor bak foran tross ifølge langs per ad er var vært være blir bli ble blitt har ' +
    'ha hadde hatt kan kunne kunnet skal skulle vil ville må måtte bør burde får få fikk går ikke ingen intet noe ' +
    'noen alle alt all hver hvert hverandre annen annet andre samme selve sånn slik slike mange mye mer mest ' +
    'mindre flere fleste også bare kun allerede ennå alltid aldri ofte her dit hit nå igjen nettopp jo vel nok ' +
    'kanskje imidlertid derimot altså dessuten ganske helt litt veldig nesten dermed derfor ut opp inn ned fram ' +
    'bort hjem ja nei fortsatt samt ellers især heller omtrent imot deretter ikkje eg ein eit',
  fi:
    'ja tai sekä mutta vaan eli että jos kun koska kuin kuten niin vaikka jotta joten sillä siis kuitenkin eikä ' +
    'enkä minä minun minua minut minulle sinä sinun sinua hän hänen häntä hänelle hänet me meidän meitä meille te ' +
    'teidän teitä teille he heidän heitä heille se sen sitä siinä siitä siihen sille sinne ne niiden niitä niissä ' +
    'niistä tämä tämän tätä tässä tästä tähän tällä nämä näiden näitä näissä tuo tuon tuota nuo joka jonka jota ' +
    'jossa josta johon jolla jolle jotka joiden joita joissa joihin mikä minkä mitä missä mistä mihin millä mitkä ' +
    'kuka kenen ketä ketkä miksi miten milloin kuinka on ovat oli olivat olla ollut olleet olisi olen olet olemme ' +
    'olette ole ollaan ei eivät en et emme ettei älä voi voivat voisi voitu pitää pitäisi täytyy saa tulee tuli ' +
    'myös vielä jo vain ihan aivan hyvin erittäin enemmän eniten vähemmän paljon vähän monta moni monet useita ' +
    'joku jokin jotain jotakin jotkut joitakin kukaan mitään kaikki kaikkien kaikkia kaiken jokainen muu muut ' +
    'muun muita muiden toinen toiset sama saman itse itsensä oma oman omia ennen jälkeen kanssa ilman mukaan ' +
    'aikana vastaan kautta takia vuoksi lisäksi asti saakka välillä kohti yli alle noin lähes nyt sitten silloin ' +
    'aina koskaan usein siellä täällä täältä tänne tuolla taas ehkä esimerkiksi yksi',
  cs:
    'a i ale nebo či anebo však avšak že aby kdyby když pokud jestli protože neboť takže proto ačkoli přestože ' +
    'jako než zda sice ani já mě mne mně mi mnou ty tě tebe ti on jeho jej ho jemu mu ním něm ona její jí ji ní ' +
    'ono my nás nám námi vy vás vám vámi oni ony je jejich jim jimi nich nim nimi se si sebe sobě sebou můj moje ' +
    'má mého mé tvůj svůj svá své svého svou svých svým náš naše naší našich váš vaše ten ta to toho té tomu tom ' +
    'tím tu tou těch těm těmi tento tato toto tohoto této tomto tyto těchto takový takové který která které ' +
    'kterého kterou kterým kterých kteří kdo koho komu co čeho čemu čím jaký jaká jaké jak kde kam kdy odkud proč ' +
    'kolik v ve na z ze do od ode po pod nad před přes při za o u s k ke ku pro bez mezi podle kolem proti během ' +
    'kromě vedle díky kvůli jsem jsi jsme jste jsou byl byla bylo byli byly být budu bude budou by bych bychom ' +
    'není nejsou mají měl měla mít může mohou mohl lze musí ne ano tak také též taky už již ještě jen jenom pouze ' +
    'dokonce velmi více méně mnoho málo několik každý každá vše všechno všichni všechny všech jiný jiné jiných ' +
    'další sám sama samo žádný nic nikdo něco někdo některé některý tam tady zde teď nyní pak potom vždy nikdy ' +
    'zase asi téměř až',
  sk:
    'a i aj ale alebo či však avšak že aby keby keď ak pretože lebo takže preto hoci ako než síce ani ja ma mňa ' +
    'mne mi mnou ty ťa teba ti on jeho ho jemu mu ním ňom neho nej ona jej ju ňou ono my nás nám nami vy vás vám ' +
    'vami oni ony ich im nimi nich sa si seba sebe sebou môj moja moje mojej tvoj svoj svoja svoje svojho svoju ' +
    'svojej svojich svojím náš naša naše našej našich váš vaša vaše ten tá to toho tej tomu tom tým tú tou tí tie ' +
    'tých tými tento táto toto tohto tejto tomto túto tieto týchto taký také ktorý ktorá ktoré ktorého ktorej ' +
    'ktorú ktorým ktorých ktorí kto koho komu čo čoho čomu čím aký aká aké kde kam kedy odkiaľ prečo koľko v vo ' +
    'na z zo do od po pod nad pred cez pri za o u s so k ku pre bez medzi podľa okolo proti počas okrem vedľa ' +
    'vďaka kvôli som je sme ste sú bol bola bolo boli byť budem bude budú by nie má majú mal mala mať môže môžu ' +
    'mohol možno musí treba áno tak tiež už ešte len iba dokonca veľmi viac menej veľa málo niekoľko každý každá ' +
    'všetko všetci všetky všetkých iný iné iných ďalší sám sama samo žiadny nič nikto niečo niekto niektoré ' +
    'niektorí tam tu teraz potom vždy nikdy zase asi takmer až',
  hu:
    'a az egy és s vagy de hanem ha hogy mert mivel mint mintha bár noha amíg míg mikor amikor ahogy ahol ezért ' +
    'azért tehát illetve valamint sem se is én engem nekem te téged neked ő őt neki mi minket nekünk ti titeket ' +
    'nektek ők őket nekik maga magát maguk ön önök ez ezt ezek ezeket ennek erre ebben ebből ezzel azt azok ' +
    'azokat annak arra abban abból azzal olyan ilyen amely amelyet amelyek amelynek amelyben ami amit aki akit ' +
    'akik akiket akinek ki kit kik mit mik milyen melyik hol hova honnan miért hogyan mennyi hány van vannak volt ' +
    'voltak volna lenne lesz lesznek legyen vagyok vagyunk nincs nincsenek lehet kell kellett kellene fog fogja ' +
    'fognak tud tudja nem ne igen már még csak éppen nagyon több legtöbb kevés kevesebb sok néhány minden ' +
    'mindenki mindent mindig soha senki semmi valaki valami más mások másik saját ugyanaz itt ott ide oda most ' +
    'akkor majd aztán után előtt alatt között mellett mögött fölött felett szerint ellen nélkül miatt által felé ' +
    'óta közben során szemben együtt kívül belül át keresztül iránt helyett végül pedig ugyan talán inkább egyik ' +
    'azonban ugyanis így úgy ezen azon amelyik meg el fel le be túl elég eddig továbbra szintén viszont hiszen',
  ro:
    'şi aceşti totuşi câţi toţi mulţi niciodată un o unui unei niște și sau ori dar însă ci iar că să dacă deși ' +
    'deoarece fiindcă pentru când unde cum cât decât precum încât căci nici deci eu mă mine mie îmi mi tu te tine ' +
    'ție îți ți el îl lui îi ea ei ele noi ne nouă voi vă vouă le lor se sine își îşi mea meu mei mele ta tău tăi ' +
    'tale sa său săi sale noastră nostru noștri noastre vostru voastră acest această acesta aceasta acești aceste ' +
    'acestea acestui acestei acestor acel acea aceea acela acei acele celor cel cea cei cele care cărui cărei ' +
    'căror cine cui ce al a ai ale în din de la pe cu fără prin spre către despre după înainte între sub peste ' +
    'asupra contra lângă până dinspre printre dintre împotriva conform potrivit sunt ești este e suntem sunteți ' +
    'era erau eram fi fost fiind fie va vor vei vom ar aș am are au avea avut aveau poate pot putea trebuie nu ' +
    'mai foarte mult multă mulți multe puțin prea tot toată toți toate fiecare oricare orice alt altă alți alte ' +
    'altul unele unii una unul câteva câțiva niciun nicio nimic nimeni ceva cineva același aceeași însuși chiar ' +
    'doar numai deja încă acum apoi atunci aici acolo aşa așa astfel totuși mereu cam aproape da dintr într ' +
    'deosebi adică',
  tr:
    've veya ya da ama fakat ancak lakin çünkü ki eğer ise için gibi kadar ile de dahi bile hem ne mi mı mu mü bu ' +
    'şu o bunu şunu onu buna ona bunun onun bunda onda bundan ondan bunlar şunlar onlar bunları onları bunların ' +
    'onların ben beni bana benim sen seni sana senin biz bizi bize bizim siz sizi size sizin kendi kendisi ' +
    'kendini kendine kim kimi kime kimin kimse hangi hangisi nasıl neden niçin niye nerede nereye nereden kaç her ' +
    'hep bütün tüm tümü bazı birçok birkaç çok az daha en pek biraz bir biri birini birisi hiç hiçbir herkes ' +
    'herhangi şey şeyi böyle şöyle öyle aynı başka diğer diğeri diye değil var yok olan olarak olduğu olduğunu ' +
    'oldu olur olması olacak olsa olup oluyor olmak idi iken imiş etti eden ederek edildi edilen etmek eder ' +
    'yapılan dedi sonra önce beri itibaren karşı göre doğru üzerine üzerinde altında içinde içine arasında ' +
    'yanında dolayı rağmen başına boyunca şimdi artık yine gene hâlâ hala henüz zaten sadece yalnızca yalnız ' +
    'belki mutlaka elbette işte hatta üzere oysa yani ayrıca böylece nitekim halbuki meğer asla burada orada ' +
    'şurada buraya oraya hemen bazen evet hayır madem sanki dolayısıyla tarafından konusunda ilgili',
  el:
    'ο η το οι τα του της των τον την τους τις ένας μια μία ένα ενός μιας έναν και κι ή είτε αλλά όμως ωστόσο μα ' +
    'ότι πως που να αν εάν όταν ενώ αφού επειδή γιατί διότι ώστε όπως καθώς μόλις πριν μέχρι παρά ούτε μήτε άρα ' +
    'λοιπόν δηλαδή εγώ με μου εμένα εσύ σε σου εσένα αυτός αυτή αυτό αυτοί αυτές αυτά αυτού αυτής αυτών αυτόν ' +
    'αυτήν αυτούς εμείς μας εμάς εσείς σας εσάς τη εκείνος εκείνη εκείνο εκείνα εκείνοι τούτο οποίος οποία οποίο ' +
    'οποίοι οποίες οποίων οποίου οποίας όποιος όσο όσα όσοι ποιος ποια ποιο ποιοι τι πού πότε πώς πόσο στο στη ' +
    'στην στον στα στους στις στου από για προς κατά μετά χωρίς δίχως ως έως αντί μεταξύ υπό υπέρ κάτω πάνω επάνω ' +
    'μέσα έξω δίπλα γύρω κοντά μέσω λόγω εναντίον εκτός σύμφωνα είμαι είσαι είναι είμαστε είστε ήταν ήμουν θα έχω ' +
    'έχεις έχει έχουμε έχετε έχουν είχε είχαν μπορεί μπορούν πρέπει δεν δε μη μην όχι ναι πολύ πολλά πολλοί ' +
    'πολλές πιο περισσότερο λιγότερο λίγο κάθε κάποιος κάποια κάποιο κάποιοι κάτι κανείς καμία κανένα τίποτα όλα ' +
    'όλοι όλες όλο όλη όλων άλλος άλλη άλλο άλλα άλλοι άλλες ίδιος ίδια ίδιο τόσο τώρα τότε εδώ εκεί πάντα ποτέ ' +
    'ξανά ήδη ακόμα ακόμη μόνο επίσης έτσι σχεδόν ίσως',
  bg:
    'най по и а но или че да ако когато защото понеже докато като както където нито обаче също пък та ала макар ' +
    'аз ме мене ми ти те тебе той го него му тя я нея ѝ то ние ни нас вие ви вас ги тях им се си себе мой моя мое ' +
    'мои твой твоя свой своя свое свои негов негова негово негови неин нейна наш наша наше наши ваш ваша техен ' +
    'тяхна техните този тази това тези онзи онази онова онези такъв такава такова такива който която което които ' +
    'когото чийто кой коя кое кои какво какъв каква какви кога къде как защо колко в във на с със към от до за из ' +
    'у при без под над пред между през след против около според сред освен вместо заради чрез относно върху съм е ' +
    'сме сте са бях беше бяха бил била било били бъде бъдат бъдеш ще щеше щяха би бих биха има имат имаше няма ' +
    'нямаше може могат можеше трябва не ли вече още само дори много повече малко няколко всеки всяка всяко всички ' +
    'всичко всичките друг друга друго други сам сама самият един една едно едни нищо никой някой някоя нещо някои ' +
    'там тук тогава сега после винаги никога пак ето почти така тъй едва доста затова поради дали нека',
  uk:
    'і й та а але або чи же ж б би що щоб як коли якщо хоча бо тому оскільки поки так також теж проте однак зате ' +
    'не ні я мене мені мною ти тебе тобі він його йому ним нім нього вона її їй нею неї воно ми нас нам нами ви ' +
    'вас вам вами вони їх їм ними них себе собі собою мій моя моє мої твій твоя свій своя своє свого своєї своїх ' +
    'свої свою наш наша наше наші наших нашої ваш ваша ваші цей ця це ці цього цієї цьому цим цю цих той те того ' +
    'тієї тим ту тих такий така таке такі такого таких який яка яке які якого якої яких якому яким якій яку хто ' +
    'кого кому ким чого чому чим де куди звідки скільки чий в у на з із зі до від од по за о об про при для без ' +
    'під над перед між через після проти серед навколо крім замість біля щодо є був була було були бути буду буде ' +
    'будуть може можуть можна міг могла треба потрібно слід повинен повинна повинні немає нема вже ще тільки лише ' +
    'навіть дуже більш менш більше менше багато мало кілька кожен кожна весь вся все всі всіх усе усі всього ' +
    'інший інша інші інших сам сама самі саме найбільш нічого ніхто щось хтось там тут тепер зараз потім тоді ' +
    'завжди ніколи знову ось адже майже раз взагалі',
  hr:
    'i a ali ili ni niti no nego već dok da što kako kada kad ako jer premda iako budući čim te pa zato stoga ja ' +
    'mene me meni mi mnom ti tebe tebi on njega ga njemu mu njim ona nju je njoj joj ju njom ono nas nam nama vi ' +
    'vas vam vama oni one njih ih njima im se sebe sebi sobom moj moja moje mojeg tvoj svoj svoja svoje svojeg ' +
    'svojoj svojih svojim svoju naš naša naše naših vaš vaša njegov njegova njegovo njezin njihov njihova ovaj ' +
    'ova ovo ovog ove ovom ovih ovu taj ta to toga tog tom tome tim tih tu onaj onog onih takav takva takve koji ' +
    'koja koje kojeg kojem kojoj kojim kojih koju tko ko koga kome čega čemu čime gdje kamo odakle zašto koliko u ' +
    'na s sa iz od do po za o k ka pri pred pod nad kod bez među između kroz prema protiv nakon prije tijekom oko ' +
    'osim umjesto zbog radi preko uz sam si smo ste su bio bila bilo bili bile biti budem bude budu bih bi bismo ' +
    'nisam nije nisu ću ćeš će ćemo ćete neće ima imaju imao može mogu mogao treba mora ne li također još samo ' +
    'čak vrlo jako više manje mnogo malo nekoliko svaki svaka svako sve svi svih svim svega drugi druga drugo ' +
    'drugih sama isti ista ništa nitko netko nešto neki neke nekih tamo ovdje sada tada onda uvijek nikad opet ' +
    'gotovo jedan jedna tako',
  id:
    'yang dan di ke dari untuk dengan pada dalam oleh sebagai adalah ialah merupakan itu ini tersebut atau tetapi ' +
    'tapi namun melainkan sedangkan karena sebab jika kalau bila apabila agar supaya bahwa sehingga maka meski ' +
    'meskipun walaupun ketika saat sejak hingga sampai sebelum sesudah setelah selama sementara seperti secara ' +
    'terhadap tentang mengenai antara tanpa atas bawah bagi demi melalui menurut serta saya aku kami kita anda ' +
    'kamu engkau kau dia ia beliau mereka nya ku mu dirinya diri sendiri apa siapa mana kapan bagaimana mengapa ' +
    'kenapa berapa akan telah sudah sedang masih belum pernah dapat bisa boleh harus perlu ingin mau hendak tidak ' +
    'tak bukan jangan ada adanya tidaknya menjadi jadi lagi juga pun saja hanya cuma bahkan malah justru lebih ' +
    'paling sangat sekali amat terlalu cukup agak kurang hampir sekitar semua seluruh setiap tiap segala beberapa ' +
    'banyak sedikit para sebuah suatu seorang salah satu lain lainnya sama begitu begini demikian sini situ sana ' +
    'disini kini sekarang nanti kemudian lalu kembali selalu sering kadang tetap terus pula lah kah dulu tadi ' +
    'antaranya yaitu yakni termasuk hal dll sebagian guna pihak kepada daripada padahal sebaliknya selain',
  vi:
    'và là của có được cho không với các những một trong đã này đó để người khi từ ra thì mà như cũng nhưng vào ' +
    'lại về còn đến sẽ bị ở trên nếu vì nên hay hoặc tại do bởi đang rằng sau trước theo cùng rất nhiều ít hơn ' +
    'nhất chỉ vẫn đều mới rồi chưa nữa gì nào ai đâu sao thế vậy đây kia ấy tôi ta chúng mình anh chị em ông bà ' +
    'nó họ bạn phải cần muốn thể nhau mỗi mọi từng cả tất chính tự qua giữa dưới ngoài bên cạnh lên xuống đi tuy ' +
    'dù mặc bằng bao mấy lúc ngay luôn thường đôi hầu gần khoảng chừng đối hãy đừng chẳng chớ à ừ nhé vừa tuyệt ' +
    'bất thay hết nhằm nhờ tới gồm quá khá cái con chiếc cuộc sự việc điều nơi đấy hề riêng chung thêm dần lẫn ' +
    'tức song suốt thật kể nhỉ đành',
  ca:
    'el la els les lo l un una uns unes i o però sinó ni que si com quan on perquè doncs encara mentre segons ' +
    'malgrat jo em me mi tu et te ell ella ells elles nosaltres ens vosaltres us vostè vostès es se li ho hi en ' +
    'ne meu meva meus meves teu teva seu seva seus seves nostre nostra nostres vostre aquest aquesta això aquests ' +
    'aquestes aquell aquella allò aquells aquelles qui qual quals quin quina què de del dels d a al als per pel ' +
    'pels amb sense sobre entre fins des cap contra davant darrere durant sota dins fora abans després prop ser ' +
    'sóc soc ets és som sou són era eren fou va van vaig vam sigut estat sent serà seran seria sigui siguin estar ' +
    'està estan estava haver he has ha hem heu han havia havien hagi tenir té tenen tenia pot poden podria cal ' +
    'deu fa fer no més menys molt molta molts moltes poc pocs tan tant també tampoc ja sempre mai gairebé només ' +
    'així bé aquí allà llavors ara avui tot tota tots totes altre altra altres algun alguna alguns algunes res ' +
    'ningú cada qualsevol mateix mateixa mateixos ambdós tal tals diversos diverses dun duna sha shan nhi lhan ' +
    'quant',
  lv:
    'un vai bet kā ka ja lai kad jo tomēr taču gan arī nevis nekā tad tāpēc kaut kur kamēr pirms pēc līdz kopš ar ' +
    'bez no uz pie par pret pa zem virs starp caur aiz ap gar dēļ labad es mani man manis tu tevi tev viņš viņa ' +
    'viņu viņam viņai viņi viņas viņiem mēs mūs mums jūs jums sev sevi mans mana tavs savs sava savu savas savā ' +
    'saviem mūsu jūsu šis šī šo šā šajā šie šīs šiem tas tā to tajā tam tie tās tiem tos šāds šāda tāds tāda kurš ' +
    'kura kuru kuri kuras kuriem kuram kas ko kam kāds kāda kādu kādi cik kāpēc vien esmu ir esi esam bija būs ' +
    'būtu būt esot nav nebija nebūs tiek tika tikt kļuva var varētu varēja vajag vajadzētu jābūt jau vēl tikai ' +
    'pat ļoti vairāk mazāk daudz maz viss visi visu visas visām visiem katrs katra katru cits cita citu citi ' +
    'citas pats pati paši tāpat kopā nekas neko neviens dažs daži dažas abi abas šeit tur te tagad pašlaik ' +
    'vienmēr nekad atkal ne nē jā pašu viens viena vienu vairs gandrīz aptuveni būtībā tātad turklāt piemēram ' +
    'protams jaunu savukārt iespējams apmēram sakarā laikā attiecībā saskaņā',
  lt:
    'ir ar arba bet o tačiau kad jog jei jeigu kai kada nes todėl tai kaip kol nors bei nei negu juk taip pat į ' +
    'iš su be prie prieš po per už apie nuo iki dėl tarp pagal pas virš žemyn link ant aš mane man manęs tu tave ' +
    'tau jis jį jo jam juo jame ji ją jos jai jie juos jų jiems mes mus mums mūsų jūs jus jums jūsų savo save sau ' +
    'mano tavo šis ši šio šią šie šios šiuo šiame šių tas ta to tą tie tos tuo tame tų toks tokia tokie tokių ' +
    'kuris kuri kurio kurią kurie kurios kuriuos kurių kuriems kuriame kas ko ką kam kuo koks kokia kokie kur ' +
    'kodėl kiek esu esi yra esame buvo būti bus būtų būdavo nėra nebuvo nebus turi turėjo turėtų gali galėtų ' +
    'galėjo galima reikia reikėtų turėti jau dar tik net labai daugiau mažiau daug mažai keletas kiekvienas ' +
    'kiekviena visi visas visa visų viską visiems kitas kita kiti kitų kito pats pati patys nieko niekas kažkas ' +
    'kelis abu abi čia ten dabar tada visada niekada vėl ne gal beveik jokio joks vienas viena vieną vis itin ' +
    'gana ypač tad pavyzdžiui žinoma galbūt metu įvairių kartu toliau viso nebent',
  et:
    'ja ning või ega aga kuid vaid et kui sest kuna kuigi nagu siis seega ehk kas kuni enne pärast peale ilma ' +
    'koos kohta eest taga ees all peal vahel juures üle läbi mööda vastu poole tõttu järgi kaudu ajal jooksul ' +
    'jaoks asemel hulgas mina ma mind minu mulle sina sa sind sinu sulle tema ta teda talle meie me meid meile ' +
    'teie te teid teile nemad nad neid neile nende see selle seda sellest selles sellele sellega need too selline ' +
    'sellise sellised niisugune kes keda kelle kellele mis mida mille milles millest milline millised kus kuhu ' +
    'kust millal miks kuidas mitu palju oma enda end ennast ise enese olen oled on oleme olete oli olid olnud ' +
    'olla oleks olema pole polnud ei ära saab saanud sai võib võivad võiks võimalik peab peavad pidi tuleb tuli ' +
    'juba veel ainult isegi väga rohkem enam vähem vähe mõned mõne mõni kõik kõigi kõiki kõige iga igal teine ' +
    'teise teised teiste muu muud mitte midagi keegi kedagi miski mingi sama samuti ka siin seal siia sinna nüüd ' +
    'praegu alati kunagi jälle jah üks ühe nii umbes peaaegu küll just siiski näiteks hoopis eriti samas lisaks ' +
    'seetõttu siinkohal mõlemad',
  ko:
    '이 그 저 것 수 등 및 또 또는 그리고 그러나 하지만 그런데 그래서 따라서 그러므로 즉 혹은 만약 만일 비록 이는 이를 이에 이것 그것 저것 이것은 그것은 이런 그런 저런 이러한 그러한 어떤 ' +
    '무슨 어느 모든 각 매우 아주 너무 더 가장 더욱 덜 좀 조금 많이 다시 이미 아직 벌써 지금 이제 오늘 항상 늘 자주 가끔 곧 바로 함께 같이 서로 스스로 모두 다 거의 약 단 오직 특히 또한 ' +
    '역시 물론 아마 결국 한편 나 나는 내 내가 저는 제 제가 우리 우리는 우리의 너 너는 당신 그는 그가 그의 그를 그녀 그녀는 그들 그들은 그들의 자신 자신의 누구 무엇 언제 어디 왜 어떻게 ' +
    '얼마나 있다 있는 있었다 있으며 있고 있을 있어 있습니다 없다 없는 없이 없고 없었다 하는 하고 하며 한 할 했다 하기 해 했던 합니다 했습니다 된 되는 된다 되고 되어 됐다 이다 인 입니다 ' +
    '이었다 였다 아닌 아니라 아니다 않는 않고 않은 않았다 않다 위해 위한 대해 대한 대해서 통해 통한 따라 따르면 의해 관한 관련 때문에 때문 때 때는 동안 후 전 중 뒤 앞 안 밖 위 아래 사이 ' +
    '속 간 것이다 것은 것을 것이 것으로 점 데 바 줄 만 도 못 더라도 같은 같다 다른 여러 이후 이전 당시 그때 여기 거기',
  ar:
    'في من إلى الى على عن مع بين حتى منذ خلال بعد قبل عند عندما حيث حين بينما تحت فوق أمام خلف حول ضد دون بدون ' +
    'غير سوى نحو لدى عبر و أو أم ثم لكن بل إذا اذا إذ لو لولا كي لأن لأنه أن ان إن أنه أنها إنه إنها بأن كما كأن ' +
    'هذا هذه ذلك تلك هؤلاء أولئك هذان الذي التي الذين اللذين اللاتي ما ماذا متى أين كيف لماذا كم أي أية هل أنا ' +
    'نحن أنت أنتم هو هي هم هن هما له لها لهم لنا لي لك به بها بهم فيه فيها منه منها منهم عليه عليها عليهم إليه ' +
    'إليها عنه عنها معه معها كان كانت كانوا يكون تكون يكن كن ليس ليست لست قد لقد سوف لا لم لن كل كلا جميع بعض ' +
    'أكثر أقل جدا فقط أيضا ايضا الآن هنا هناك أحد أحدهم نفس نفسه ذات أخرى آخر الأخرى مثل عدم قال وقد وقال وفي ومن ' +
    'وعلى وإلى وأن وهو وهي وكان وكانت ولا ولم وما ولكن وإن وأنه وهذا وهذه والتي والذي وذلك كذلك لذلك حاليا ربما ' +
    'يمكن يجب كلما إما أما مما فيما بما لما عما وكذلك وبعد ضمن وفق وفقا بسبب رغم',
  he:
    'של את על אל עם בין לבין עד מן מ ב ל ה ו כ ש כי אם או אבל אך אלא גם רק כאשר כש לכן למרות אף כדי בגלל בשל לפי ' +
    'כמו לאחר אחרי לפני תחת מעל ליד אצל נגד בלי ללא תוך בתוך מתוך דרך לאורך במשך מאז החל לגבי אודות בעד למען אני ' +
    'אתה אתם הוא היא הם הן אנחנו אנו שלי שלך שלו שלה שלנו שלהם אותו אותה אותם אותי אותנו לו לה להם לי לך לנו בו ' +
    'בה בהם ממנו ממנה מהם עליו עליה עליהם אליו אליה זה זו זאת אלה אלו ההוא ההיא כזה כזאת מי מה מתי איפה היכן איך ' +
    'כיצד למה מדוע כמה איזה איזו האם היה היתה הייתה היו יהיה תהיה יהיו להיות הייתי היינו יש אין אינו אינה אינם לא ' +
    'כן עוד כבר עדיין תמיד פעם שוב עכשיו כעת אז כאן שם פה מאוד יותר פחות הכי ביותר רב הרבה מעט קצת כל כולם כולו ' +
    'הכל כלל אחד אחת אחר אחרת אחרים שני עצמו עצמה עצמם משהו מישהו כלום אולי כמעט בערך לפחות למשל בעיקר מכל שבו ' +
    'שבה אשר שהוא שהיא שהם שלא שזה שיש וגם ולא והוא והיא ואת ועל כך לכך בכך מכך ככה היות עצמי יכול יכולה יכולים ' +
    'צריך ניתן',
  fa:
    'و در به از که را با این آن برای تا بر یا اما ولی اگر چون زیرا هم نیز یک هر همه هیچ چه چرا چگونه کجا کی کسی ' +
    'چیزی من تو او ما شما آنها آنان ایشان خود خویش خودش وی اش شان است هست هستند بود بودند باشد باشند شد شدند شده ' +
    'شود شوند می نمی خواهد خواهند خواهم کرد کردند کرده کند کنند کنیم کن دارد دارند داشت داشتند داشته دارم داریم ' +
    'باید نباید شاید توان تواند توانند توانست نیست نیستند نه بی بدون پس پیش بعد قبل روی زیر بالای میان بین نزد ' +
    'کنار درون بیرون طی ضمن علیه درباره مورد سوی طرف توسط همچنین همچون مانند مثل چنین چنان همین همان اینکه آنکه ' +
    'آنچه هنگام هنگامی وقتی زمانی حتی فقط تنها بسیار خیلی بیشتر کمتر ترین تر ها های هایی ای ام ایم اند اید دیگر ' +
    'دیگری برخی بعضی چند چندین تمام کل کم زیاد حدود تقریبا هنوز اکنون حالا الان امروز اینجا آنجا همیشه هرگز ' +
    'دوباره باز بار سپس بنابراین البته گاهی جز غیر اینها گفت مان تان کدام هرچند گرچه بلکه لذا جهت یعنی وجود صورت ' +
    'عنوان نسبت',
  hi:
    'के का की में है हैं और को से पर ने कि यह वह इस उस एक भी नहीं तो ही था थी थे हो कर गया गई गए लिए साथ जो तक या ' +
    'अपने अपनी अपना इन उन इसके उसके उनके इनके इसकी उनकी उसकी इसका उनका उसका इसे उसे उन्हें इन्हें मैं हम तुम आप ' +
    'वे ये मुझे हमें आपको मेरा मेरी मेरे हमारा हमारी हमारे आपका आपकी आपके तुम्हारा कौन क्या कब कहाँ कहां कैसे ' +
    'क्यों कितना कितने किस किसी कोई कुछ सब सभी हर बहुत अधिक ज्यादा कम सबसे बाद पहले बीच द्वारा दौरान बारे ऊपर ' +
    'नीचे अंदर बाहर सामने पास ओर तरफ बिना अलावा खिलाफ प्रति लेकिन मगर परंतु किंतु बल्कि क्योंकि इसलिए यदि अगर तब ' +
    'जब जहाँ जहां जैसे वैसे ऐसे ऐसा ऐसी जिस जिसके जिसमें जिसे जिन जिनके जिसकी इसमें उसमें इनमें उनमें यहाँ यहां ' +
    'वहाँ वहां अब अभी फिर कभी हमेशा सिर्फ केवल लगभग करीब अन्य दूसरे दूसरी दोनों वाले वाली वाला होता होती होते ' +
    'होने होगा होगी होंगे हुआ हुई हुए रहा रही रहे रहता सकता सकती सकते चाहिए करने करना करते करता करती किया किए ' +
    'दिया दी दिए जाता जाती जाते जाने जा लिया ले दे कहा न ना मत जी व एवं तथा अथवा वरना हालांकि',
  zh:
    '的 了 是 在 和 有 不 这 我 他 她 它 们 个 也 就 到 说 都 而 与 及 等 为 对 以 可 被 将 从 把 之 其 但 并 或 于 因 所 没 要 会 能 还 很 只 又 已 再 更 最 那 哪 什 ' +
    '么 谁 着 过 来 去 得 地 你 您 自 己 给 让 使 由 向 如 果 若 则 且 却 才 此 该 每 各 另 同 跟 比 至 即 便 虽 然 无 非 未 曾 正 吗 呢 吧 啊 上 下 中 里 后 前 時 时 ' +
    '間 间 這 個 們 說 對 為 與 過 來 後 沒 會 還 將 從 並 於 給 讓 誰 麼 著 無 雖 嗎 裡 卻 則 一 些 多 当 當 应 應 需',
  ja:
    'の は を に が で と も た し て る れ さ い な か ら こ そ あ り す ま だ っ よ う く ん へ や ど け き せ み め わ え ば ず つ ち お ろ ほ ね べ げ ひ び む ゆ ' +
    'ご じ ぎ ぐ ぜ ぞ づ',
  th: 'เ แ โ ใ ไ ท น ก จ ข ม ว ด',
};
