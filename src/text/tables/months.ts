/**
 * Names of months and weekdays as bylines, datelines and forum headers write them: full, genitive and abbreviated.
 * Written by hand from CLDR 44 and common newsroom abbreviations, lower case, so that no running ICU is asked.
 * A language a row; the names of one month or weekday are parted by blanks, months and weekdays by commas.
 */

/** January to December. Accents may be missing in the text: names are compared without them. */
export const MONTH_NAMES: Readonly<Record<string, string>> = {
  en: 'january jan,february feb febr,march mar,april apr,may,june jun,july jul,august aug,september sep sept,october oct,november nov,december dec',
  de: 'januar jan jänner jän,februar feb feber,märz mär maerz mrz,april apr,mai,juni jun,juli jul,august aug,september sep sept,oktober okt,november nov,dezember dez',
  fr: 'janvier janv,février févr fév,mars,avril avr,mai,juin,juillet juil,août,septembre sept,octobre oct,novembre nov,décembre déc',
  es: 'enero ene,febrero feb,marzo mar,abril abr,mayo may,junio jun,julio jul,agosto ago,septiembre setiembre sept sep set,octubre oct,noviembre nov,diciembre dic',
  it: 'gennaio gen genn,febbraio feb febbr,marzo mar,aprile apr,maggio mag,giugno giu,luglio lug,agosto ago,settembre set sett,ottobre ott,novembre nov,dicembre dic',
  pt: 'janeiro jan,fevereiro fev,março mar,abril abr,maio mai,junho jun,julho jul,agosto ago,setembro set,outubro out,novembro nov,dezembro dez',
  nl: 'januari jan,februari feb,maart mrt,april apr,mei,juni jun,juli jul,augustus aug,september sep sept,oktober okt,november nov,december dec',
  pl: 'styczeń stycznia sty,luty lutego lut,marzec marca mar,kwiecień kwietnia kwi,maj maja,czerwiec czerwca cze,lipiec lipca lip,sierpień sierpnia sie,wrzesień września wrz,październik października paź,listopad listopada lis,grudzień grudnia gru',
  ru: 'январь января янв,февраль февраля фев февр,март марта мар,апрель апреля апр,май мая,июнь июня июн,июль июля июл,август августа авг,сентябрь сентября сен сент,октябрь октября окт,ноябрь ноября ноя нояб,декабрь декабря дек',
  sv: 'januari jan,februari feb,mars,april apr,maj,juni jun,juli jul,augusti aug,september sep sept,oktober okt,november nov,december dec',
  da: 'januar jan,februar feb,marts mar,april apr,maj,juni jun,juli jul,august aug,september sep sept,oktober okt,november nov,december dec',
  no: 'januar jan,februar feb,mars mar,april apr,mai,juni jun,juli jul,august aug,september sep sept,oktober okt,november nov,desember des',
  fi: 'tammikuu tammikuuta tammi,helmikuu helmikuuta helmi,maaliskuu maaliskuuta maalis,huhtikuu huhtikuuta huhti,toukokuu toukokuuta touko,kesäkuu kesäkuuta kesä,heinäkuu heinäkuuta heinä,elokuu elokuuta elo,syyskuu syyskuuta syys,lokakuu lokakuuta loka,marraskuu marraskuuta marras,joulukuu joulukuuta joulu',
  cs: 'leden ledna led,únor února úno,březen března bře,duben dubna dub,květen května kvě,červen června čvn,červenec července čvc,srpen srpna srp,září zář,říjen října říj,listopad listopadu lis,prosinec prosince pro',
  hu: 'január januári jan,február februári febr,március márciusi márc,április áprilisi ápr,május májusi máj,június júniusi jún,július júliusi júl,augusztus augusztusi aug,szeptember szeptemberi szept,október októberi okt,november novemberi nov,december decemberi dec',
  ro: 'ianuarie ian,februarie feb,martie mar,aprilie apr,mai,iunie iun,iulie iul,august aug,septembrie sept,octombrie oct,noiembrie nov noi,decembrie dec',
  tr: 'ocak oca,şubat şub,mart mar,nisan nis,mayıs may,haziran haz,temmuz tem,ağustos ağu,eylül eyl,ekim eki,kasım kas,aralık ara',
  el: 'ιανουάριος ιανουαρίου ιαν,φεβρουάριος φεβρουαρίου φεβ,μάρτιος μαρτίου μαρ,απρίλιος απριλίου απρ,μάιος μαΐου μαΐ,ιούνιος ιουνίου ιουν,ιούλιος ιουλίου ιουλ,αύγουστος αυγούστου αυγ,σεπτέμβριος σεπτεμβρίου σεπ σεπτ,οκτώβριος οκτωβρίου οκτ,νοέμβριος νοεμβρίου νοε,δεκέμβριος δεκεμβρίου δεκ',
  uk: 'січень січня січ,лютий лютого лют,березень березня бер,квітень квітня квіт,травень травня трав,червень червня черв,липень липня лип,серпень серпня серп,вересень вересня вер,жовтень жовтня жовт,листопад листопада лист,грудень грудня груд',
  id: 'januari jan,februari feb,maret mar,april apr,mei,juni jun,juli jul,agustus agu agt,september sep,oktober okt,november nov,desember des',
  ca: 'gener gen,febrer febr,març,abril abr,maig,juny,juliol jul,agost ag,setembre set,octubre oct,novembre nov,desembre des',
};

/** Sunday to Saturday. Portuguese names stand without their `-feira`. */
export const WEEKDAY_NAMES: Readonly<Record<string, string>> = {
  en: 'sunday sun,monday mon,tuesday tue tues,wednesday wed weds,thursday thu thur thurs,friday fri,saturday sat',
  de: 'sonntag so,montag mo,dienstag di,mittwoch mi,donnerstag do,freitag fr,samstag sonnabend sa',
  fr: 'dimanche dim,lundi lun,mardi mar,mercredi mer,jeudi jeu,vendredi ven,samedi sam',
  es: 'domingo dom,lunes lun,martes mar,miércoles mié,jueves jue,viernes vie,sábado sáb',
  it: 'domenica dom,lunedì lun,martedì mar,mercoledì mer,giovedì gio,venerdì ven,sabato sab',
  pt: 'domingo dom,segunda seg,terça ter,quarta qua,quinta qui,sexta sex,sábado sáb',
  nl: 'zondag zo,maandag ma,dinsdag di,woensdag wo,donderdag do,vrijdag vr,zaterdag za',
  pl: 'niedziela niedz,poniedziałek pon,wtorek wt,środa śr,czwartek czw,piątek pt,sobota sob',
  ru: 'воскресенье вс,понедельник пн,вторник вт,среда ср,четверг чт,пятница пт,суббота сб',
  sv: 'söndag sön,måndag mån,tisdag tis tisd,onsdag ons,torsdag tors tor,fredag fre,lördag lör',
  da: 'søndag søn,mandag man,tirsdag tirs tir,onsdag ons,torsdag tors tor,fredag fre,lørdag lør',
  no: 'søndag søn,mandag man,tirsdag tir,onsdag ons,torsdag tor,fredag fre,lørdag lør',
  fi: 'sunnuntai sunnuntaina su,maanantai maanantaina ma,tiistai tiistaina ti,keskiviikko keskiviikkona ke,torstai torstaina to,perjantai perjantaina pe,lauantai lauantaina la',
  cs: 'neděle ne,pondělí po,úterý út,středa st,čtvrtek čt,pátek pá,sobota so',
  hu: 'vasárnap,hétfő,kedd,szerda sze,csütörtök csüt,péntek,szombat szo',
  ro: 'duminică dum,luni lun,marți mar,miercuri mie,joi,vineri vin,sâmbătă sâm',
  tr: 'pazar paz,pazartesi pzt,salı sal,çarşamba çar,perşembe per,cuma cum,cumartesi cmt',
  el: 'κυριακή κυρ,δευτέρα δευ,τρίτη τρι,τετάρτη τετ,πέμπτη πεμ,παρασκευή παρ,σάββατο σαβ',
  uk: 'неділя нд,понеділок пн,вівторок вт,середа ср,четвер чт,пятниця пт,субота сб',
  id: 'minggu ahad min,senin sen,selasa sel,rabu rab,kamis kam,jumat jum,sabtu sab',
  ca: 'diumenge dg,dilluns dl,dimarts dt,dimecres dc,dijous dj,divendres dv,dissabte ds',
  ja: '日,月,火,水,木,金,土',
  ko: '일 일요일,월 월요일,화 화요일,수 수요일,목 목요일,금 금요일,토 토요일',
};
